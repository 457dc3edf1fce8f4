package io.biggerbox.sentences;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts texts into the pieces that BERT models know: lower case, without accents, longest known piece first (Wu et al.,
 * 2016; the uncased vocabulary of Devlin et al., 2019).
 */
final class WordPieces {
    static final int START = 101;
    static final int END = 102;
    private static final int UNKNOWN = 100;
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> ids;

    WordPieces(Map<String, Integer> ids) {
        this.ids = new HashMap<>(ids);
    }

    /** The vocabulary, by id. */
    Map<String, Integer> vocabulary() {
        return Map.copyOf(ids);
    }

    /**
     * Ids between the marks of start and end.
     *
     * @param most how many at most, marks included; the rest of the text is left out
     */
    long[] ids(String text, int most) {
        List<Integer> found = new ArrayList<>();
        found.add(START);
        StringBuilder word = new StringBuilder();
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        plain.codePoints().forEach(c -> {
            if (isMark(c)) {
                return;
            }
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
            if (space || isPunctuation(c)) {
                finish(word, found);
            }
            if (!space) {
                word.appendCodePoint(c);
                if (isPunctuation(c)) {
                    finish(word, found);
                }
            }
        });
        finish(word, found);
        int length = Math.min(found.size(), most - 1);
        long[] out = new long[length + 1];
        for (int i = 0; i < length; i++) {
            out[i] = found.get(i);
        }
        out[length] = END;
        return out;
    }

    private void finish(StringBuilder word, List<Integer> found) {
        if (word.length() == 0) {
            return;
        }
        String all = word.toString();
        word.setLength(0);
        if (all.length() > LONGEST_WORD) {
            found.add(UNKNOWN);
            return;
        }
        List<Integer> pieces = new ArrayList<>();
        int start = 0;
        while (start < all.length()) {
            int end = all.length();
            Integer id = null;
            while (end > start && id == null) {
                id = ids.get((start > 0 ? "##" : "") + all.substring(start, end));
                end -= id == null ? 1 : 0;
            }
            if (id == null) {
                found.add(UNKNOWN);
                return;
            }
            pieces.add(id);
            start = end;
        }
        found.addAll(pieces);
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.FORMAT;
    }

    private static boolean isPunctuation(int c) {
        if (c < 128) {
            return c > 32 && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
