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
import java.util.List;
import java.util.function.Function;

/** Adds what one feedback changes to the sums of cells, counting the customer once. */
final class ComplaintCells {

    private static final int HOURS_A_DAY = 24;

    private final CustomerSeriesStore customers;
    private final SharedCustomerWatch shared;

    ComplaintCells(CustomerSeriesStore customers, SharedCustomerWatch shared) {
        this.customers = customers;
        this.shared = shared;
    }

    /**
     * Adds what {@code feedback} changes.
     *
     * @param feedback what is new
     * @param arrival when it arrived, in epoch milliseconds
     * @param cells the sum of a cell, which may be new
     */
    void apply(Feedback feedback, long arrival, Function<CellKey, CellDelta> cells) {
        List<Contribution> contributions = Contributions.of(feedback);
        var replaced = feedback.getReplaces();
        if (replaced != null) {
            volume(cells, replaced.getProduct(), replaced.getEventTime().getEpochSecond(), -1);
        }
        if (feedback.getWithdrawalsLeft() == null) {
            volume(cells, feedback.getProduct(), feedback.getEventTime().getEpochSecond(), 1);
        }
        for (Contribution contribution : contributions) {
            if (contribution.polarity() == SentimentLabel.NEGATIVE) {
                complaint(contribution, feedback, arrival, cells);
            }
        }
    }

    private static void volume(Function<CellKey, CellDelta> cells, String product, long epochSecond, int change) {
        long hour = Math.floorDiv(epochSecond, 3_600L);
        int day = Math.toIntExact(Math.floorDiv(hour, HOURS_A_DAY));
        CellDelta cell = cells.apply(new CellKey(product, Cells.VOLUME, hour, day));
        cell.setMentions(cell.getMentions() + change);
    }

    private void complaint(
            Contribution contribution, Feedback feedback, long arrival, Function<CellKey, CellDelta> cells) {
        CustomerSeriesStore.Counted counted = customers.count(contribution, arrival);
        CustomerLedger.Result result = counted.result();
        if (result.series() != null) {
            shared.look(result.series(), contribution, feedback);
        }
        for (CustomerLedger.Shift shift : result.ofDay()) {
            CellDelta cell = cells.apply(key(contribution, shift.at()));
            cell.setCustomersOfDay(cell.getCustomersOfDay() + shift.delta());
            Cells.count(cell, CustomerHash.of(contribution.customer()), shift.delta() > 0);
        }
        for (CustomerLedger.Shift shift : result.complainant()) {
            countComplainant(cells.apply(key(contribution, shift.at())), shift.delta(), counted);
        }
        CellDelta own = cells.apply(key(contribution, contribution.place()));
        int sign = contribution.sign();
        own.setMentions(own.getMentions() + sign);
        own.setScoreUnits(own.getScoreUnits() + sign * contribution.scoreUnits());
        own.setLeavers(own.getLeavers() + (contribution.leaving() ? sign : 0));
        own.setExceptions(own.getExceptions() + (contribution.exception() ? sign : 0));
        own.setUserErrors(own.getUserErrors() + (contribution.userError() ? sign : 0));
        if (contribution.quote() != null && !contribution.quote().isEmpty()) {
            Cells.quote(
                    own,
                    new CellQuote(
                            contribution.quote(),
                            contribution.at().toEpochMilli(),
                            feedback.getFeedbackId(),
                            feedback.getSourceTopic(),
                            feedback.getSourcePartition(),
                            feedback.getSourceOffset()));
        }
    }

    private static CellKey key(Contribution about, CustomerLedger.Place place) {
        return new CellKey(
                about.product(), about.theme(), (long) place.day() * HOURS_A_DAY + place.hour(), place.experienceDay());
    }

    private static void countComplainant(CellDelta cell, int delta, CustomerSeriesStore.Counted customer) {
        cell.setComplainants(cell.getComplainants() + delta);
        Long value = customer.valueUnits();
        if (value != null) {
            cell.setValueUnits(cell.getValueUnits() + delta * value);
            cell.setValued(cell.getValued() + delta);
        }
        if (customer.tier() != null) {
            Cells.tier(cell, new TierCount(customer.tier(), delta));
        }
    }
}
