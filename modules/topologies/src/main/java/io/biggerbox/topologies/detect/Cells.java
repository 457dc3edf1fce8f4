package io.biggerbox.topologies.detect;

import io.biggerbox.recurrence.Cell;
import io.biggerbox.recurrence.Quote;
import io.biggerbox.recurrence.Volume;
import io.biggerbox.topologies.ledger.Units;
import io.biggerbox.topologies.state.CellDelta;
import io.biggerbox.topologies.state.CellQuote;
import io.biggerbox.topologies.state.TierCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Arithmetic on {@link CellDelta}, and the way from there to what the engine takes. */
final class Cells {

    /** Theme of the cell that counts feedback of any kind. */
    static final String VOLUME = "";

    /** As many as the engine keeps of a series: with fewer, what it keeps would depend on what travels together. */
    private static final int MOST_QUOTES = 5;

    private static final Comparator<CellQuote> NEWEST_LAST = Comparator.comparingLong(CellQuote::getAt)
            .thenComparing(CellQuote::getFeedbackId, Comparator.reverseOrder())
            .thenComparing(CellQuote::getText, Comparator.reverseOrder());

    private Cells() {}

    static CellDelta empty(CellKey key) {
        return CellDelta.newBuilder()
                .setProduct(key.product())
                .setTheme(key.theme())
                .setHour(key.hour())
                .setExperienceDay(key.experienceDay())
                .setMentions(0)
                .setCustomersOfDay(0)
                .setComplainants(0)
                .setScoreUnits(0)
                .setLeavers(0)
                .setExceptions(0)
                .setUserErrors(0)
                .setValueUnits(0)
                .setValued(0)
                .setTiers(new ArrayList<>())
                .setCustomers(new ArrayList<>())
                .setGone(new ArrayList<>())
                .setQuotes(new ArrayList<>())
                .build();
    }

    /** Adds {@code more} to {@code sum}, which is changed; {@code more} alone when there is no sum yet. */
    static CellDelta add(@Nullable CellDelta sum, CellDelta more) {
        if (sum == null) {
            return more;
        }
        sum.setMentions(sum.getMentions() + more.getMentions());
        sum.setCustomersOfDay(sum.getCustomersOfDay() + more.getCustomersOfDay());
        sum.setComplainants(sum.getComplainants() + more.getComplainants());
        sum.setScoreUnits(sum.getScoreUnits() + more.getScoreUnits());
        sum.setLeavers(sum.getLeavers() + more.getLeavers());
        sum.setExceptions(sum.getExceptions() + more.getExceptions());
        sum.setUserErrors(sum.getUserErrors() + more.getUserErrors());
        sum.setValueUnits(sum.getValueUnits() + more.getValueUnits());
        sum.setValued(sum.getValued() + more.getValued());
        sum.setTiers(addTiers(sum.getTiers(), more.getTiers()));
        addCustomers(sum, more);
        sum.setQuotes(newest(sum.getQuotes(), more.getQuotes()));
        return sum;
    }

    /** Who counts anew and no longer does, or the other way round, is on neither side. Lists that were read cannot be cut. */
    private static void addCustomers(CellDelta sum, CellDelta more) {
        if (sum.getGone().isEmpty() && more.getGone().isEmpty()) {
            sum.getCustomers().addAll(more.getCustomers());
            return;
        }
        List<Long> come = new ArrayList<>(sum.getCustomers());
        List<Long> gone = new ArrayList<>(sum.getGone());
        cancel(gone, more.getCustomers(), come);
        cancel(come, more.getGone(), gone);
        sum.setCustomers(come);
        sum.setGone(gone);
    }

    /** Counts a customer in {@code cell}, which was never stored, or no longer. */
    static void count(CellDelta cell, long customer, boolean comes) {
        Long hash = customer;
        List<Long> other = comes ? cell.getGone() : cell.getCustomers();
        if (!other.remove(hash)) {
            (comes ? cell.getCustomers() : cell.getGone()).add(hash);
        }
    }

    /** Adds to what {@code cell} quotes. */
    static void quote(CellDelta cell, CellQuote quote) {
        cell.setQuotes(newest(cell.getQuotes(), List.of(quote)));
    }

    /** Adds to the tiers of {@code cell}. */
    static void tier(CellDelta cell, TierCount tier) {
        cell.setTiers(addTiers(cell.getTiers(), List.of(tier)));
    }

    private static void cancel(List<Long> one, List<Long> come, List<Long> other) {
        for (Long customer : come) {
            if (!one.remove(customer)) {
                other.add(customer);
            }
        }
    }

    /** The newest sentences, each in other words, newest last: the same ones in whatever order they are added. */
    private static List<CellQuote> newest(List<CellQuote> some, List<CellQuote> more) {
        if (more.isEmpty()) {
            return some;
        }
        List<CellQuote> all = new ArrayList<>(some);
        all.addAll(more);
        all.sort(NEWEST_LAST);
        Set<String> words = new HashSet<>();
        List<CellQuote> kept = new ArrayList<>(MOST_QUOTES);
        for (int i = all.size() - 1; i >= 0 && kept.size() < MOST_QUOTES; i--) {
            if (words.add(all.get(i).getText())) {
                kept.add(0, all.get(i));
            }
        }
        return kept;
    }

    /** Takes the words of some feedback out of {@code cell}; true when there were any. */
    static boolean unquote(CellDelta cell, Set<String> feedbackIds) {
        List<CellQuote> left = cell.getQuotes().stream()
                .filter(quote -> !feedbackIds.contains(quote.getFeedbackId()))
                .toList();
        boolean found = left.size() < cell.getQuotes().size();
        cell.setQuotes(new ArrayList<>(left));
        return found;
    }

    private static List<TierCount> addTiers(List<TierCount> sum, List<TierCount> more) {
        if (more.isEmpty()) {
            return sum;
        }
        Map<String, Integer> counts = new TreeMap<>();
        sum.forEach(tier -> counts.merge(tier.getTier(), tier.getCount(), Integer::sum));
        more.forEach(tier -> counts.merge(tier.getTier(), tier.getCount(), Integer::sum));
        List<TierCount> all = new ArrayList<>();
        counts.forEach((tier, count) -> {
            if (count != 0) {
                all.add(new TierCount(tier, count));
            }
        });
        return all;
    }

    static boolean isVolume(CellDelta cell) {
        return cell.getTheme().equals(VOLUME);
    }

    static Volume toVolume(CellDelta cell) {
        return new Volume(cell.getHour(), cell.getMentions());
    }

    static Cell toCell(CellDelta cell) {
        Map<String, Integer> tiers = new TreeMap<>();
        cell.getTiers().forEach(tier -> tiers.put(tier.getTier(), tier.getCount()));
        return new Cell(
                cell.getTheme(),
                cell.getHour(),
                cell.getExperienceDay(),
                cell.getMentions(),
                cell.getCustomersOfDay(),
                cell.getComplainants(),
                Units.toScore(cell.getScoreUnits()),
                cell.getLeavers(),
                cell.getExceptions(),
                cell.getUserErrors(),
                Units.toValue(cell.getValueUnits()),
                cell.getValued(),
                tiers,
                cell.getCustomers(),
                cell.getGone(),
                cell.getQuotes().stream()
                        .map(quote -> new Quote(
                                quote.getText(),
                                Instant.ofEpochMilli(quote.getAt()),
                                quote.getFeedbackId(),
                                quote.getTopic(),
                                quote.getPartition(),
                                quote.getOffset()))
                        .toList());
    }
}
