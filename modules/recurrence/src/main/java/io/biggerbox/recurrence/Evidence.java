package io.biggerbox.recurrence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers behind an alert.
 *
 * @param windowStart first day that the statistic looked at, UTC
 * @param windowEnd last day that the statistic looked at, inclusive, UTC
 * @param seen complaining customers in the window
 * @param expected complaining customers that the baseline expects in the window
 * @param statistic name of the test, for instance {@code nb-llr}
 * @param value value of the statistic
 * @param threshold value from which the alert is raised
 * @param customers distinct customers since the alert's generation began
 * @param mentions complaints since the alert's generation began
 * @param daily complaining customers a day, oldest first, ending on the day of the decision
 * @param dailyStart day of the first entry of {@code daily}, UTC
 * @param tiers customers by tier, where known; like the next four estimated where customers complain in several
 *     weeks: each is then counted once, at the mean
 * @param valueAtRisk yearly value of the customers, where known; 0 when nothing is known
 * @param valued customers whose yearly value is known
 * @param unvalued customers whose yearly value is not known
 * @param weighted how many average complaining customers of the product {@code valueAtRisk} amounts to: the
 *     value-weighted count beside the plain count {@code valued}; null when no value is known
 * @param leavers complaints whose author says that they leave
 * @param exceptions complaints settled by a workaround, a refund or an exception granted
 * @param userErrors complaints closed as the customer's own error; they count as pain all the same
 * @param meanSentiment mean score of the complaints, from −1 to +1; 0 without complaints
 * @param quotes a few sentences, newest first
 */
public record Evidence(
        LocalDate windowStart,
        LocalDate windowEnd,
        long seen,
        double expected,
        String statistic,
        double value,
        double threshold,
        long customers,
        long mentions,
        List<Integer> daily,
        LocalDate dailyStart,
        Map<String, Integer> tiers,
        double valueAtRisk,
        long valued,
        long unvalued,
        @Nullable Double weighted,
        long leavers,
        long exceptions,
        long userErrors,
        double meanSentiment,
        List<Quote> quotes) {

    public Evidence {
        daily = List.copyOf(daily);
        tiers = Map.copyOf(tiers);
        quotes = List.copyOf(quotes);
    }
}
