package io.biggerbox.text.redaction;

import java.util.List;

/** Network addresses of version 6 (RFC 4291): groups of hexadecimal digits between colons. */
final class IpAddresses {
    private static final int GROUPS = 8;
    private static final int FEWEST_GROUPS = 3;
    private static final int LONGEST_GROUP = 4;
    private static final int LONGEST = 45;

    private IpAddresses() {}

    static void find(String text, List<Found> found) {
        int at = text.indexOf(':');
        while (at >= 0) {
            int start = at;
            while (start > 0 && at - start <= LONGEST_GROUP && isHex(text.charAt(start - 1))) {
                start--;
            }
            int end = at;
            while (end < text.length()
                    && end - start < LONGEST
                    && (isHex(text.charAt(end)) || text.charAt(end) == ':')) {
                end++;
            }
            while (end > at && text.charAt(end - 1) == ':') {
                end--;
            }
            boolean free = (start == 0 || !Letters.isLetterOrDigit(text.charAt(start - 1)))
                    && (end == text.length() || !Letters.isLetterOrDigit(text.charAt(end)));
            if (free && isAddress(text, start, end)) {
                found.add(new Found(start, end, PersonalData.ID));
            }
            at = text.indexOf(':', Math.max(at + 1, end));
        }
    }

    /** Eight groups, or fewer with one gap; times of day and scores have neither. */
    private static boolean isAddress(String text, int start, int end) {
        int groups = 0;
        int length = 0;
        int gaps = 0;
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != ':') {
                groups += length == 0 ? 1 : 0;
                length++;
            } else {
                gaps += i > start && text.charAt(i - 1) == ':' ? 1 : 0;
                length = 0;
            }
            if (length > LONGEST_GROUP) {
                return false;
            }
        }
        return (groups == GROUPS && gaps == 0) || (groups >= FEWEST_GROUPS && groups < GROUPS && gaps == 1);
    }

    private static boolean isHex(char c) {
        return DigitRun.isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
