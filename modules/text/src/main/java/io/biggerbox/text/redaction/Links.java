package io.biggerbox.text.redaction;

import java.util.List;

/** Web addresses, when they carry more than a page: a query, a fragment, credentials, or a long token in the path. */
final class Links {
    private static final int TOKEN = 16;

    private Links() {}

    static void find(String text, List<Found> found) {
        int at = 0;
        while (true) {
            int scheme = text.indexOf("://", at);
            if (scheme < 0) {
                return;
            }
            int start = scheme;
            while (start > 0 && scheme - start < 5 && Letters.isLetter(text.charAt(start - 1))) {
                start--;
            }
            int end = scheme + 3;
            while (end < text.length() && !endsLink(text.charAt(end))) {
                end++;
            }
            if (start < scheme && isPersonal(text, scheme + 3, end)) {
                found.add(new Found(start, end, PersonalData.URL));
            }
            at = end;
        }
    }

    private static boolean endsLink(char c) {
        return Character.isWhitespace(c) || c == '<' || c == '>' || c == '"' || c == '[' || c == ']';
    }

    private static boolean isPersonal(String text, int start, int end) {
        int run = 0;
        int digits = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '?' || c == '#' || c == '@') {
                return i + 1 < end;
            }
            boolean part = Letters.isLetterOrDigit(c) || c == '-' || c == '_' || c == '%';
            run = part ? run + 1 : 0;
            digits = part ? digits + (Character.isDigit(c) ? 1 : 0) : 0;
            if (run >= TOKEN && digits >= 3) {
                return true;
            }
        }
        return false;
    }
}
