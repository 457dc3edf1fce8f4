package io.biggerbox.text.redaction;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers, cards, national ids and IPv4 addresses. Shapes decide; where shapes are not enough, the words before do.
 * Prices, dates, versions and quantities stay.
 */
final class Numbers {
    private static final String CURRENCIES = "$€£¥₹#";
    private static final int LOOK_BACK = 32;
    private static final List<String> PHONE_CUES = List.of(
            "phone", "call", "tel", "mobile", "cell", "whatsapp", "text me", "reach me", "fax", "my number", "contact");
    private static final List<String> ID_CUES = List.of(
            "account",
            "acct",
            "policy",
            "passport",
            "licence",
            "license",
            "ssn",
            "social security",
            "national insurance",
            "member",
            "sort code",
            "routing",
            "tax id",
            "date of birth",
            "born on",
            "dob");
    private static final List<String> OTHER_CUES = List.of(
            "order", "invoice", "ticket", "case", "ref", "version", "model", "tracking", "serial", "paid", "cost");

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
        while (group < run.groups()) {
            int next = group + 1;
            if (isDate(run, group) && !after(run, group, ID_CUES)) {
                group += 3;
                continue;
            }
            for (int last = run.groups() - 1; last >= group && touchable(run, group); last--) {
                PersonalData kind = touchesLetter(run, last) ? null : kind(run, group, last);
                if (kind != null) {
                    found.add(new Found(start(run, group), run.ends().get(last), kind));
                    next = last + 1;
                    break;
                }
            }
            group = next;
        }
    }

    private static @Nullable PersonalData kind(DigitRun run, int first, int last) {
        int digits = run.digits(first, last);
        if (digits < 6 || digits > 19) {
            return null;
        }
        if (isIp(run, first, last)) {
            return after(run, first, OTHER_CUES) ? null : PersonalData.ID;
        }
        if (digits >= 13 && run.separatedBy(first, last, " -") && luhn(run, first, last)) {
            return PersonalData.CARD;
        }
        if (last == first + 2 && run.shaped(first, 3, 2, 4) && run.separatedBy(first, last, "- ")) {
            return PersonalData.ID;
        }
        if (isPhone(run, first, last, digits)) {
            return PersonalData.PHONE;
        }
        boolean joined = run.separatedBy(first, last, " -/.");
        return joined && after(run, first, ID_CUES) && !isDecimal(run, first, last) ? PersonalData.ID : null;
    }

    private static boolean isPhone(DigitRun run, int first, int last, int digits) {
        int start = run.starts().get(first);
        if (start > 0 && run.text().charAt(start - 1) == '+') {
            return digits >= 8 && digits <= 15;
        }
        boolean country = last == first + 3 && run.shaped(first, 1, 3, 3, 4) && run.firstDigit(first) == '1';
        boolean national = last == first + 2 && run.shaped(first, 3, 3, 4);
        if (country || national) {
            return true;
        }
        if (after(run, first, OTHER_CUES)) {
            return false;
        }
        boolean zero = run.firstDigit(first) == '0' && run.separatedBy(first, last, " -/()\u00a0");
        if (zero && digits >= 9 && digits <= 15) {
            return last > first || digits <= 11;
        }
        return digits >= 7 && digits <= 15 && !isDecimal(run, first, last) && after(run, first, PHONE_CUES);
    }

    private static boolean isDate(DigitRun run, int first) {
        if (first + 2 >= run.groups() || !run.gapAfter(first).equals(run.gapAfter(first + 1))) {
            return false;
        }
        boolean parts = run.separatedBy(first, first + 2, "-/.");
        boolean yearFirst = run.length(first) == 4 && run.length(first + 1) <= 2 && run.length(first + 2) <= 2;
        boolean yearLast = run.length(first) <= 2
                && run.length(first + 1) <= 2
                && (run.length(first + 2) == 4 || run.length(first + 2) == 2);
        return parts && (yearFirst || yearLast);
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
                        && !Character.isLetter(run.text().charAt(start - 1)));
    }

    private static boolean touchesLetter(DigitRun run, int last) {
        int end = run.ends().get(last);
        return end < run.text().length() && Character.isLetter(run.text().charAt(end));
    }

    private static boolean after(DigitRun run, int first, List<String> cues) {
        int start = run.starts().get(first);
        String before =
                run.text().substring(Math.max(0, start - LOOK_BACK), start).toLowerCase(Locale.ROOT);
        int sentence = Math.max(before.lastIndexOf(". "), before.lastIndexOf('\n'));
        String near = before.substring(sentence + 1);
        for (String cue : cues) {
            if (near.contains(cue)) {
                return true;
            }
        }
        return false;
    }
}
