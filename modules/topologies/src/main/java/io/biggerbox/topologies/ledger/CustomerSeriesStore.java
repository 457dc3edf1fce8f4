package io.biggerbox.topologies.ledger;

import io.biggerbox.events.Feedback;
import io.biggerbox.topologies.state.CustomerSeries;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Applies contributions to the customers' series in a store. */
public final class CustomerSeriesStore {

    private final KeyValueStore<String, CustomerSeries> store;

    /**
     * Works on a store.
     *
     * @param store keyed by customer, product and theme
     */
    public CustomerSeriesStore(KeyValueStore<String, CustomerSeries> store) {
        this.store = store;
    }

    /**
     * What a complaint changed.
     *
     * @param tier tier under which the customer is counted, or null
     * @param valueUnits yearly value with which the customer is counted, in hundredths, or null when it is not known
     * @param result the changes
     */
    public record Counted(@Nullable String tier, @Nullable Long valueUnits, CustomerLedger.Result result) {}

    /**
     * Counts a complaint, or takes it back. A customer stays counted under the tier and value of their
     * first remembered complaint about the theme, so that what is taken back is what was added.
     *
     * @param contribution a complaint
     * @param arrival when it arrived, in epoch milliseconds
     */
    public Counted count(Contribution contribution, long arrival) {
        String key = contribution.customer() + '\0' + contribution.product() + '\0' + contribution.theme();
        @Nullable CustomerSeries known = store.get(key);
        CustomerSeries before =
                known != null ? known : CustomerLedger.empty(contribution.tier(), contribution.valueUnits());
        CustomerLedger.Result result = CustomerLedger.apply(before, contribution.place(), contribution.sign());
        @Nullable CustomerSeries after = result.series();
        if (after == null || after.getDays().isEmpty()) {
            store.delete(key);
        } else {
            after.setLastSeen(Math.max(after.getLastSeen(), arrival));
            store.put(key, after);
        }
        return new Counted(before.getTier(), before.getValueUnits(), result);
    }

    /**
     * Forgets a customer who was erased, with the last withdrawal of what they said: what is left then are days of
     * which nobody remembers the feedback. What arrived after the erasure is that of a new customer.
     */
    public void forgetAfterLast(Feedback withdrawal) {
        Integer follow = withdrawal.getWithdrawalsLeft();
        if (follow == null || follow > 0) {
            return;
        }
        long until = withdrawal.getReceivedAt().toEpochMilli();
        List<String> left = new ArrayList<>();
        try (KeyValueIterator<String, CustomerSeries> entries =
                store.prefixScan(withdrawal.getCustomerId() + '\0', new StringSerializer())) {
            entries.forEachRemaining(entry -> {
                if (entry.value.getLastSeen() <= until) {
                    left.add(entry.key);
                }
            });
        }
        left.forEach(store::delete);
    }
}
