package io.biggerbox.text.tokens;

import java.util.Arrays;
import java.util.List;

/**
 * The words that the reader knows, found from a stretch of text without making a string of it. Immutable; safe for use by
 * any number of threads.
 */
public final class Vocabulary {
    /** What {@code find} gives for a word that is not known. */
    public static final int NONE = -1;

    private static final int FACTOR = 31;
    private static final int SPREAD = 0x9e3779b9;
    private static final int LAST_ASCII = 127;
    private static final byte NOT_ASCII = -1;

    private final String[] forms;
    private final String[] stems;

    /** All forms, one after the other, and where each starts: texts are compared with these, which lie close together. */
    private final byte[] letters;

    private final int[] starts;
    private final int[] slots;
    private final int english;

    /**
     * @param forms spellings as {@link Token#form()} has them, each once; their place in the list is their id
     * @param english words with an id below this are English
     */
    public Vocabulary(List<String> forms, int english) {
        this.forms = forms.toArray(new String[0]);
        this.stems = new String[this.forms.length];
        this.english = english;
        this.slots = new int[Integer.highestOneBit(Math.max(4, this.forms.length)) * 4];
        Arrays.fill(slots, NONE);
        this.starts = starts(this.forms);
        this.letters = letters(this.forms, starts);
        for (int id = 0; id < this.forms.length; id++) {
            String form = this.forms[id];
            String stem = Stemmer.stem(form);
            // most words are their own stem: one string for both
            stems[id] = stem.equals(form) ? form : stem;
            int at = place(form.hashCode());
            while (slots[at] != NONE) {
                at = (at + 1) & (slots.length - 1);
            }
            slots[at] = id;
        }
    }

    private static int[] starts(String[] forms) {
        int[] starts = new int[forms.length + 1];
        for (int id = 0; id < forms.length; id++) {
            starts[id + 1] = starts[id] + forms[id].length();
        }
        return starts;
    }

    private static byte[] letters(String[] forms, int[] starts) {
        byte[] letters = new byte[starts[forms.length]];
        for (int id = 0; id < forms.length; id++) {
            for (int i = 0; i < forms[id].length(); i++) {
                char c = forms[id].charAt(i);
                letters[starts[id] + i] = c > LAST_ASCII ? NOT_ASCII : (byte) c;
            }
        }
        return letters;
    }

    /** A vocabulary of English words only. */
    public static Vocabulary of(List<String> forms) {
        return new Vocabulary(forms, forms.size());
    }

    /** Number of words. */
    public int size() {
        return forms.length;
    }

    /** How a word is spelt. */
    public String form(int id) {
        return forms[id];
    }

    /** Its stem. */
    public String stem(int id) {
        return stems[id];
    }

    /** Whether {@code id} is that of an English word; not so for {@link #NONE}. */
    public boolean isEnglish(int id) {
        return id >= 0 && id < english;
    }

    /** The id of a word in this spelling, or {@link #NONE}. */
    public int find(String form) {
        int at = place(form.hashCode());
        while (slots[at] != NONE) {
            if (forms[slots[at]].equals(form)) {
                return slots[at];
            }
            at = (at + 1) & (slots.length - 1);
        }
        return NONE;
    }

    /**
     * The id of the word that stands in {@code text}, capitals read as small letters; {@link #NONE} if it is not known or
     * not all ASCII.
     */
    public int find(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c > LAST_ASCII) {
                return NONE;
            }
            hash = hash(hash, small(c));
        }
        return find(hash, text, start, end);
    }

    /** The same for whoever has looked at every character already. */
    int find(int hash, String text, int start, int end) {
        int at = place(hash);
        while (slots[at] != NONE) {
            if (stands(slots[at], text, start, end)) {
                return slots[at];
            }
            at = (at + 1) & (slots.length - 1);
        }
        return NONE;
    }

    /** The hash of a word with one more letter, a small one; that of no letter is 0. */
    static int hash(int before, char letter) {
        return FACTOR * before + letter;
    }

    private boolean stands(int id, String text, int start, int end) {
        int from = starts[id];
        if (starts[id + 1] - from != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (letters[from + i - start] != small(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char small(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    private int place(int hash) {
        return (((hash ^ (hash >>> 15)) * SPREAD) >>> 8) & (slots.length - 1);
    }
}
