package io.biggerbox.topologies;

import io.biggerbox.events.Replaced;
import io.biggerbox.recurrence.EventTimeRecurrenceEngine;
import io.biggerbox.text.discovery.Discovery;
import io.biggerbox.topologies.state.CellDelta;
import io.biggerbox.topologies.state.CountedRevision;
import io.biggerbox.topologies.state.CustomerSeries;
import io.biggerbox.topologies.state.RowMessage;
import io.biggerbox.topologies.state.SourceMark;
import io.biggerbox.topologies.state.StatsRow;
import io.biggerbox.topologies.state.ToldAlert;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** In what format each application keeps its state: a version that has another one cannot read it. */
public final class StateFormats {

    private StateFormats() {}

    /** Format by the name of what is kept, sorted. */
    public static Map<String, String> of(Application application) {
        Map<String, String> formats = new TreeMap<>();
        List<Schema> schemas =
                switch (application) {
                    case CLASSIFY -> List.of(CountedRevision.getClassSchema(), Replaced.getClassSchema());
                    case MEASURE ->
                        List.of(
                                CustomerSeries.getClassSchema(),
                                RowMessage.getClassSchema(),
                                StatsRow.getClassSchema(),
                                SourceMark.getClassSchema());
                    case DETECT ->
                        List.of(
                                CustomerSeries.getClassSchema(),
                                CellDelta.getClassSchema(),
                                SourceMark.getClassSchema(),
                                ToldAlert.getClassSchema());
                    case DISCOVER -> List.of();
                };
        schemas.forEach(schema ->
                formats.put(schema.getName(), Long.toHexString(SchemaNormalization.parsingFingerprint64(schema))));
        if (application == Application.DETECT) {
            formats.put("detection", EventTimeRecurrenceEngine.STATE_FORMAT);
        }
        if (application == Application.DISCOVER) {
            formats.put("discovery", Discovery.STATE_FORMAT);
        }
        return formats;
    }
}
