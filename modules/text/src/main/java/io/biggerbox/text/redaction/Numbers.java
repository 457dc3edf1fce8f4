package io.biggerbox.text.redaction;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers, cards, national ids and IPv4 addresses. Shapes decide; where shapes are not enough, the words before do.
 * Prices, dates, versions and quantities stay.
 */
final class Numbers {
    private static final String CURRENCIES = "$€£¥₹#";
    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 19;
    private static final int LONGEST_EXTENSION = 6;
    private static final int MOST_DAYS = 31;

    /** Cards are printed 4-4-4-4, 4-6-5 or 4-6-4, or without gaps. */
    private static final int SHORTEST_START_OF_CARD = 4;

    private Numbers() {}

    static void find(String text, List<Found> found) {
        int i = 0;
        while (i < text.length()) {
            if (!DigitRun.isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            DigitRun run = DigitRun.at(text, i);
            classify(run, found);
            i = run.end();
        }
    }

    private static void classify(DigitRun run, List<Found> found) {
        int group = 0;
        while (group < run.groups() && run.digits(group, run.groups() - 1) >= FEWEST_DIGITS) {
            Set<Cues> cues = Cues.before(run.text(), run.starts().get(group));
            if (isDate(run, group) && !cues.contains(Cues.ID)) {
                group += 3;
                continue;
            }
            group = touchable(run, group) ? longestAt(run, group, cues, found) : group + 1;
        }
    }

    /** Adds the longest number that starts with {@code group}, if there is one; returns the group to go on with. */
    private static int longestAt(DigitRun run, int group, Set<Cues> cues, List<Found> found) {
        for (int last = run.groups() - 1; last >= group; last--) {
            PersonalData kind = touchesLetter(run, last) ? null : kind(run, group, last, cues);
            if (kind != null) {
                int end =
                        kind == PersonalData.PHONE ? end(run, last) : run.ends().get(last);
                found.add(new Found(start(run, group), end, kind));
                // one stretch in ten has a card's check digit by chance: the real one may begin inside it, and end
                // later
                return kind == PersonalData.CARD ? group + 1 : last + 1;
            }
        }
        return group + 1;
    }

    private static @Nullable PersonalData kind(DigitRun run, int first, int last, Set<Cues> cues) {
        int digits = run.digits(first, last);
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
            return null;
        }
        if (isIp(run, first, last)) {
            return cues.contains(Cues.OTHER) ? null : PersonalData.ID;
        }
        if (isCard(run, first, last, digits, cues)) {
            return PersonalData.CARD;
        }
        if (last == first + 2 && run.shaped(first, 3, 2, 4) && run.separatedBy(first, last, "- ")) {
            return PersonalData.ID;
        }
        if (isPhone(run, first, last, cues)) {
            return PersonalData.PHONE;
        }
        boolean joined = run.separatedBy(first, last, " -/.");
        return joined && cues.contains(Cues.ID) && !isDecimal(run, first, last) ? PersonalData.ID : null;
    }

    /** Cards have 13 digits or more; the 12 of old debit cards need a word that says so. */
    private static boolean isCard(DigitRun run, int first, int last, int digits, Set<Cues> cues) {
        boolean enough = digits >= 13 || (digits == 12 && cues.contains(Cues.CARD));
        return enough
                && run.length(first) >= SHORTEST_START_OF_CARD
                && run.separatedBy(first, last, " -.")
                && luhn(run, first, last);
    }

    private static boolean isPhone(DigitRun run, int first, int last, Set<Cues> cues) {
        int digits = run.digits(first, last);
        int start = run.starts().get(first);
        if (start > 0 && run.text().charAt(start - 1) == '+') {
            return digits >= 8 && digits <= 15;
        }
        boolean country = last == first + 3 && run.shaped(first, 1, 3, 3, 4) && run.firstDigit(first) == '1';
        boolean national = last == first + 2 && run.shaped(first, 3, 3, 4);
        if (country || national) {
            return true;
        }
        boolean area = start > 0 && run.text().charAt(start - 1) == '(' && last > first && last - first <= 4;
        if (area && digits >= 7 && digits <= 12 && run.gapAfter(first).startsWith(")")) {
            return true;
        }
        if (cues.contains(Cues.OTHER)) {
            return false;
        }
        boolean zero = run.firstDigit(first) == '0' && run.separatedBy(first, last, " -/()\u00a0");
        if (zero && digits >= 9 && digits <= 15) {
            return last > first || digits <= 11;
        }
        return digits >= 7 && digits <= 15 && !isDecimal(run, first, last) && cues.contains(Cues.PHONE);
    }

    private static boolean isDate(DigitRun run, int first) {
        if (first + 2 >= run.groups() || !run.gapAfter(first).equals(run.gapAfter(first + 1))) {
            return false;
        }
        boolean parts = run.separatedBy(first, first + 2, "-/.");
        boolean yearFirst = run.length(first) == 4
                && run.length(first + 1) <= 2
                && run.length(first + 2) <= 2
                && !goesOn(run, first + 2);
        boolean yearLast = run.length(first) <= 2
                && run.length(first + 1) <= 2
                && run.value(first) <= MOST_DAYS
                && run.value(first + 1) <= MOST_DAYS
                && (run.length(first + 2) == 4 || run.length(first + 2) == 2)
                && !goesOn(run, first + 2);
        return parts && (yearFirst || yearLast);
    }

    /** Whether the same sign that parts a date parts it from another group. */
    private static boolean goesOn(DigitRun run, int last) {
        return last + 1 < run.groups() && run.gapAfter(last).equals(run.gapAfter(last - 1));
    }

    private static boolean isIp(DigitRun run, int first, int last) {
        if (last != first + 3 || !run.separatedBy(first, last, ".")) {
            return false;
        }
        for (int g = first; g <= last; g++) {
            if (run.length(g) > 3 || run.value(g) > 255) {
                return false;
            }
        }
        return true;
    }

    /** Two groups with a point between them read as an amount. */
    private static boolean isDecimal(DigitRun run, int first, int last) {
        return last == first + 1 && run.gapAfter(first).equals(".");
    }

    private static boolean luhn(DigitRun run, int first, int last) {
        int sum = 0;
        boolean twice = false;
        for (int i = run.ends().get(last) - 1; i >= run.starts().get(first); i--) {
            char c = run.text().charAt(i);
            if (DigitRun.isDigit(c)) {
                int value = (c - '0') * (twice ? 2 : 1);
                sum += value > 9 ? value - 9 : value;
                twice = !twice;
            }
        }
        return sum % 10 == 0;
    }

    /** With the extension that follows it, as in 555-123-4567x89. */
    private static int end(DigitRun run, int last) {
        int end = run.ends().get(last);
        String text = run.text();
        if (end + 1 >= text.length() || (text.charAt(end) | 0x20) != 'x' || !DigitRun.isDigit(text.charAt(end + 1))) {
            return end;
        }
        int more = end + 1;
        while (more < text.length() && DigitRun.isDigit(text.charAt(more)) && more - end <= LONGEST_EXTENSION) {
            more++;
        }
        return more - end <= LONGEST_EXTENSION ? more : end;
    }

    /** A plus or an opening bracket belongs to the number. */
    private static int start(DigitRun run, int first) {
        int start = run.starts().get(first);
        while (start > 0 && (run.text().charAt(start - 1) == '+' || run.text().charAt(start - 1) == '(')) {
            start--;
        }
        return start;
    }

    private static boolean touchable(DigitRun run, int first) {
        int start = run.starts().get(first);
        return start == 0
                || (CURRENCIES.indexOf(run.text().charAt(start - 1)) < 0
                        && !Letters.isLetter(run.text().charAt(start - 1)));
    }

    private static boolean touchesLetter(DigitRun run, int last) {
        int end = end(run, last);
        return end < run.text().length() && Letters.isLetter(run.text().charAt(end));
    }
}
