package io.biggerbox.text.tokens;

import java.util.Locale;
import java.util.Set;

/** Spells words as the lexicon does. */
final class Forms {
    private final Set<String> known;

    Forms(Set<String> known) {
        this.known = Set.copyOf(known);
    }

    Token word(String text, int start, int end) {
        String raw = text.substring(start, Math.min(end, start + Tokenizer.LONGEST_FORM));
        String lower = straight(raw).toLowerCase(Locale.ROOT);
        boolean stretched = isStretched(lower);
        String form = stretched ? squeeze(lower) : lower;
        return new Token(start, end, TokenKind.WORD, form, Stemmer.stem(form), isShouted(raw), stretched);
    }

    /** Curly and escaped apostrophes to straight ones; marks and joiners inside a word go. */
    private static String straight(String raw) {
        boolean plain = true;
        for (int i = 0; i < raw.length() && plain; i++) {
            char c = raw.charAt(i);
            plain = c < 128 && c != '&' && c != '`';
        }
        if (plain) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            int entity = Scan.apostropheEntity(raw, i);
            if (entity > 0) {
                out.append('\'');
                i += entity - 1;
            } else if (Scan.isApostrophe(c)) {
                out.append('\'');
            } else if (!Scan.isMark(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isStretched(String word) {
        for (int i = 2; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == word.charAt(i - 1) && c == word.charAt(i - 2) && Character.isLetter(c)) {
                return true;
            }
        }
        return false;
    }

    private String squeeze(String word) {
        String once = squeeze(word, 1);
        if (once.length() == 1) {
            // "AAA" and "www" are no stretched words
            return word;
        }
        String twice = squeeze(word, 2);
        return known.contains(twice) ? twice : once;
    }

    /** Runs of three or more become {@code keep} letters; honest doubles stay. */
    private static String squeeze(String word, int keep) {
        StringBuilder out = new StringBuilder(word.length());
        int i = 0;
        while (i < word.length()) {
            int run = i + 1;
            while (run < word.length() && word.charAt(run) == word.charAt(i)) {
                run++;
            }
            int length = run - i >= 3 ? keep : run - i;
            for (int k = 0; k < length; k++) {
                out.append(word.charAt(i));
            }
            i = run;
        }
        return out.toString();
    }

    private static boolean isShouted(String raw) {
        int letters = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letters += Character.isUpperCase(c) ? 1 : 0;
        }
        return letters >= 3;
    }
}
