package io.biggerbox.service.erasure;

import io.biggerbox.events.Erasure;
import io.biggerbox.topologies.erasure.CustomerDigest;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Tells which records are those of erased customers. */
final class Victims {

    private final Map<String, Erasure> erasures;
    private final Values values;

    /**
     * Judges by what is erased.
     *
     * @param erasures by the digest of the customer
     */
    Victims(Map<String, Erasure> erasures, Values values) {
        this.erasures = Map.copyOf(erasures);
        this.values = values;
    }

    boolean include(ConsumerRecord<byte[], byte[]> record) {
        Whose whose = values.whose(record);
        String key = Whose.text(record.key());
        if (key != null && (isErased(key, record, whose) || (isWithdrawal(whose) && erasures.containsKey(key)))) {
            return true;
        }
        return whose != null && isErased(whose.customer(), record, whose);
    }

    /** What cannot be decoded goes by its arrival alone. */
    private boolean isErased(String customer, ConsumerRecord<byte[], byte[]> record, @Nullable Whose whose) {
        Erasure erasure = erasures.get(CustomerDigest.of(customer));
        if (erasure == null) {
            return false;
        }
        Instant arrival = Instant.ofEpochMilli(record.timestamp());
        return isWithdrawal(whose)
                || !arrival.isAfter(erasure.getErasedAt())
                || (whose != null && !whose.saidAt().isAfter(erasure.getErasedAt()));
    }

    private static boolean isWithdrawal(@Nullable Whose whose) {
        return whose != null && whose.withdrawal();
    }
}
