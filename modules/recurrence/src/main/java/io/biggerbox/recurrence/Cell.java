package io.biggerbox.recurrence;

import java.util.List;
import java.util.Map;

/**
 * Change in the complaints about one theme of a product in one hour of event time. Every number
 * may be negative: an edited review takes back what its earlier revision had added.
 *
 * @param theme id of the theme
 * @param hour hour of event time, in hours since 1970-01-01T00:00Z
 * @param experienceDay day on which the customer met the problem, in days since 1970-01-01, UTC;
 *     the day of {@code hour} when it is not known
 * @param mentions complaints
 * @param customersOfDay customers who complain for the first time on that day
 * @param complainants customers who complain for the first time in seven days: the count that
 *     surges are judged by, so that one angry person is one person
 * @param sentimentSum sum of the mention scores, each from −1 to +1
 * @param leavers complaints whose author says that they leave
 * @param exceptions complaints that were settled by a workaround, a refund or an exception granted
 * @param userErrors complaints that the vendor closed as the customer's own error
 * @param valueAtRisk yearly value of the {@code complainants}, in the company's currency, where known
 * @param valued those of the {@code complainants} whose yearly value is known
 * @param tiers {@code complainants} by customer tier, where known
 * @param customers stable hashes of the customers who count anew in {@code customersOfDay}
 * @param gone stable hashes of those who no longer do; they count no more among the distinct customers of an alert if the
 *     engine has not looked at their complaint yet
 * @param quotes a few sentences to show
 */
public record Cell(
        String theme,
        long hour,
        int experienceDay,
        int mentions,
        int customersOfDay,
        int complainants,
        double sentimentSum,
        int leavers,
        int exceptions,
        int userErrors,
        double valueAtRisk,
        int valued,
        Map<String, Integer> tiers,
        List<Long> customers,
        List<Long> gone,
        List<Quote> quotes) {

    public Cell {
        tiers = Map.copyOf(tiers);
        customers = List.copyOf(customers);
        gone = List.copyOf(gone);
        quotes = List.copyOf(quotes);
    }
}
