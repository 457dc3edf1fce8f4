package io.biggerbox.topologies.detect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.biggerbox.events.ProcessChangeAlert;
import java.util.Locale;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * CloudEvents 1.0 attributes in Kafka's binary mode: the value stays as it is, the attributes are headers.
 * The id is made from alert and revision, so a replay yields the same and consumers can drop repeats.
 */
final class CloudEvents {

    private CloudEvents() {}

    static Headers of(ProcessChangeAlert alert) {
        Headers headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_type", "io.biggerbox.alert." + alert.getState().name().toLowerCase(Locale.ROOT) + ".v1");
        put(headers, "ce_source", "/voc/detect");
        put(headers, "ce_id", alert.getAlertId() + "-" + alert.getRevision());
        put(headers, "ce_time", alert.getDecidedAt().toString());
        put(headers, "ce_subject", alert.getTheme());
        put(headers, "content-type", "application/vnd.confluent.avro");
        return headers;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
