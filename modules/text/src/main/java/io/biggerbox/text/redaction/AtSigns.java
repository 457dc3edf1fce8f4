package io.biggerbox.text.redaction;

import java.util.List;

/** E-mail addresses and handles: everything with an {@code @}. */
final class AtSigns {
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int LONGEST_HANDLE = 40;

    private AtSigns() {}

    static void find(String text, List<Found> found) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = localStart(text, at);
            int end = start < at ? domainEnd(text, at + 1) : -1;
            if (end > 0) {
                found.add(new Found(start, end, PersonalData.EMAIL));
            } else if (at == 0 || !Letters.isLetterOrDigit(text.charAt(at - 1))) {
                handle(text, at, found);
            }
        }
    }

    private static void handle(String text, int at, List<Found> found) {
        int end = at + 1;
        while (end < text.length() && end - at <= LONGEST_HANDLE && isHandlePart(text.charAt(end))) {
            end++;
        }
        if (end - at > 2) {
            found.add(new Found(at, end, PersonalData.HANDLE));
        }
    }

    private static boolean isHandlePart(char c) {
        return Letters.isLetterOrDigit(c) || c == '_';
    }

    private static int localStart(String text, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST_LOCAL) {
            char c = text.charAt(start - 1);
            if (!Letters.isLetterOrDigit(c) && "._%+-'".indexOf(c) < 0) {
                break;
            }
            start--;
        }
        while (start < at && "._%+-'".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    /** End of a domain with at least one point and a last label of two letters or more; −1 when there is none. */
    private static int domainEnd(String text, int from) {
        int end = from;
        int lastPoint = -1;
        while (end < text.length() && end - from < LONGEST_DOMAIN) {
            char c = text.charAt(end);
            if (c == '.') {
                if (end + 1 >= text.length() || !Letters.isLetterOrDigit(text.charAt(end + 1))) {
                    break;
                }
                lastPoint = end;
            } else if (!Letters.isLetterOrDigit(c) && c != '-') {
                break;
            }
            end++;
        }
        return lastPoint > from && end - lastPoint > 2 && Letters.isLetter(text.charAt(end - 1)) ? end : -1;
    }
}
