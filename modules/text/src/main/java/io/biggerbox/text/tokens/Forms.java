package io.biggerbox.text.tokens;

import java.util.Arrays;
import java.util.Locale;

/** Spells words as the vocabulary does. */
final class Forms {
    private final Vocabulary vocabulary;

    /** Ids of the ASCII signs. */
    private final int[] signs = new int[128];

    Forms(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        Arrays.setAll(signs, c -> vocabulary.find(String.valueOf((char) c)));
    }

    Token word(String text, int start, int end) {
        int id = end - start > Tokenizer.LONGEST_FORM ? Vocabulary.NONE : vocabulary.find(text, start, end);
        if (id != Vocabulary.NONE) {
            boolean shouted = isShouted(text, start, end);
            return known(start, end, TokenKind.WORD, id, shouted, false);
        }
        int last = Math.min(end, start + Tokenizer.LONGEST_FORM);
        boolean shouted = isShouted(text, start, last);
        String lower = straight(text.substring(start, last)).toLowerCase(Locale.ROOT);
        boolean stretched = isStretched(lower);
        String form = stretched ? squeeze(lower) : lower;
        id = vocabulary.find(form);
        return id == Vocabulary.NONE
                ? new Token(start, end, TokenKind.WORD, form, Stemmer.stem(form), id, shouted, stretched)
                : known(start, end, TokenKind.WORD, id, shouted, stretched);
    }

    /** A sign or stop. */
    Token sign(int start, int end, TokenKind kind, String form) {
        boolean ascii = form.length() == 1 && form.charAt(0) < signs.length;
        int id = ascii ? signs[form.charAt(0)] : vocabulary.find(form);
        return new Token(start, end, kind, form, form, id, false, false);
    }

    private Token known(int start, int end, TokenKind kind, int id, boolean shouted, boolean stretched) {
        return new Token(start, end, kind, vocabulary.form(id), vocabulary.stem(id), id, shouted, stretched);
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
        return vocabulary.find(twice) == Vocabulary.NONE ? once : twice;
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

    private static boolean isShouted(String text, int start, int end) {
        int letters = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letters += Character.isUpperCase(c) ? 1 : 0;
        }
        return letters >= 3;
    }
}
