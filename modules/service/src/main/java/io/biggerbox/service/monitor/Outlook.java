package io.biggerbox.service.monitor;

import io.biggerbox.service.monitor.StatusReport.AlertPlace;
import io.biggerbox.service.monitor.StatusReport.Counted;
import io.biggerbox.service.monitor.StatusReport.DeadLetterKind;
import io.biggerbox.topologies.Application;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What had to be asked for outside of the process.
 *
 * @param at when
 * @param backlogs of each application, by topic
 * @param deadLetters that are kept, by kind
 * @param openDeadLetters those about which nothing has been done
 * @param alerts by state and team
 * @param taxonomy version on its topic
 * @param problems why something could not be asked for
 */
record Outlook(
        Instant at,
        Map<Application, Map<String, Backlog>> backlogs,
        List<Counted<DeadLetterKind>> deadLetters,
        long openDeadLetters,
        List<Counted<AlertPlace>> alerts,
        String taxonomy,
        List<String> problems) {

    /** Before anything was asked. */
    static Outlook none(Instant now) {
        return new Outlook(
                now, Map.of(), List.of(), 0, List.of(), "none", List.of("nothing is known yet; wait some seconds"));
    }

    /** The same figures, and why there are no newer ones. */
    Outlook with(List<String> reasons) {
        return new Outlook(at, backlogs, deadLetters, openDeadLetters, alerts, taxonomy, reasons);
    }
}
