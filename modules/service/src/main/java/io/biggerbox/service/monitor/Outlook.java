package io.biggerbox.service.monitor;

import io.biggerbox.topologies.Application;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What had to be asked for.
 *
 * @param at when
 * @param brokersAnswer whether they did
 * @param registryAnswers whether it did
 * @param backlogs of each application, by topic
 * @param taxonomies version that each application works with, where it needs one
 * @param problems why something could not be asked for, each with what to do
 */
record Outlook(
        Instant at,
        boolean brokersAnswer,
        boolean registryAnswers,
        Map<Application, Map<String, Backlog>> backlogs,
        Map<Application, String> taxonomies,
        List<String> problems) {

    /** Before anything was asked. */
    static Outlook none(Instant now) {
        return new Outlook(now, false, false, Map.of(), Map.of(), List.of("nothing is known yet; wait some seconds"));
    }
}
