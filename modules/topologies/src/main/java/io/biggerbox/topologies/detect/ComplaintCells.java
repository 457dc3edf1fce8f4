package io.biggerbox.topologies.detect;

import io.biggerbox.events.Feedback;
import io.biggerbox.events.SentimentLabel;
import io.biggerbox.topologies.ledger.Contribution;
import io.biggerbox.topologies.ledger.Contributions;
import io.biggerbox.topologies.ledger.CustomerHash;
import io.biggerbox.topologies.ledger.CustomerLedger;
import io.biggerbox.topologies.ledger.CustomerSeriesStore;
import io.biggerbox.topologies.state.CellDelta;
import io.biggerbox.topologies.state.CellQuote;
import io.biggerbox.topologies.state.TierCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Turns one feedback into changes of cells, counting the customer once. */
final class ComplaintCells {

    private static final int HOURS_A_DAY = 24;

    private final CustomerSeriesStore customers;
    private final SharedCustomerWatch shared;

    ComplaintCells(CustomerSeriesStore customers, SharedCustomerWatch shared) {
        this.customers = customers;
        this.shared = shared;
    }

    /**
     * @param feedback what is new
     * @param arrival when it arrived, in epoch milliseconds
     * @param sink takes each change
     */
    void apply(Feedback feedback, long arrival, Consumer<CellDelta> sink) {
        var replaced = feedback.getReplaces();
        if (replaced != null) {
            sink.accept(volume(replaced.getProduct(), replaced.getEventTime().getEpochSecond(), -1));
        }
        if (feedback.getWithdrawalsLeft() == null) {
            sink.accept(volume(feedback.getProduct(), feedback.getEventTime().getEpochSecond(), 1));
        }
        for (Contribution contribution : Contributions.of(feedback)) {
            if (contribution.polarity() == SentimentLabel.NEGATIVE) {
                complaint(contribution, feedback, arrival, sink);
            }
        }
    }

    private static CellDelta volume(String product, long epochSecond, int change) {
        long hour = Math.floorDiv(epochSecond, 3_600L);
        CellDelta cell = Cells.empty(product, Cells.VOLUME, hour, Math.toIntExact(Math.floorDiv(hour, HOURS_A_DAY)));
        cell.setMentions(change);
        return cell;
    }

    private void complaint(Contribution contribution, Feedback feedback, long arrival, Consumer<CellDelta> sink) {
        CustomerSeriesStore.Counted counted = customers.count(contribution, arrival);
        CustomerLedger.Result result = counted.result();
        if (result.series() != null) {
            shared.look(result.series(), contribution, feedback);
        }

        Map<CustomerLedger.Place, CellDelta> cells = new LinkedHashMap<>();
        for (CustomerLedger.Shift shift : result.ofDay()) {
            CellDelta cell = at(shift.at(), contribution, cells);
            cell.setCustomersOfDay(cell.getCustomersOfDay() + shift.delta());
            (shift.delta() > 0 ? cell.getCustomers() : cell.getGone()).add(CustomerHash.of(contribution.customer()));
        }
        for (CustomerLedger.Shift shift : result.complainant()) {
            countComplainant(at(shift.at(), contribution, cells), shift.delta(), counted);
        }
        CellDelta own = at(contribution.place(), contribution, cells);
        int sign = contribution.sign();
        own.setMentions(sign);
        own.setScoreUnits(sign * contribution.scoreUnits());
        own.setLeavers(contribution.leaving() ? sign : 0);
        own.setExceptions(contribution.exception() ? sign : 0);
        own.setUserErrors(contribution.userError() ? sign : 0);
        if (contribution.quote() != null && !contribution.quote().isEmpty()) {
            own.getQuotes()
                    .add(new CellQuote(
                            contribution.quote(),
                            contribution.at().toEpochMilli(),
                            feedback.getFeedbackId(),
                            feedback.getSourceTopic(),
                            feedback.getSourcePartition(),
                            feedback.getSourceOffset()));
        }
        cells.values().forEach(sink);
    }

    private static CellDelta at(
            CustomerLedger.Place place, Contribution about, Map<CustomerLedger.Place, CellDelta> cells) {
        return cells.computeIfAbsent(
                place,
                key -> Cells.empty(
                        about.product(),
                        about.theme(),
                        (long) place.day() * HOURS_A_DAY + place.hour(),
                        place.experienceDay()));
    }

    private static void countComplainant(CellDelta cell, int delta, CustomerSeriesStore.Counted customer) {
        cell.setComplainants(cell.getComplainants() + delta);
        Long value = customer.valueUnits();
        if (value != null) {
            cell.setValueUnits(cell.getValueUnits() + delta * value);
            cell.setValued(cell.getValued() + delta);
        }
        if (customer.tier() != null) {
            cell.setTiers(List.of(new TierCount(customer.tier(), delta)));
        }
    }
}
