package io.biggerbox.text.language;

import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.Vocabulary;
import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Guesses the language of a text: by script where the script decides, else by the function words of European languages
 * against known English words. Immutable.
 */
public final class LanguageGuess {
    /** English. */
    public static final String ENGLISH = "en";
    /** No evidence for any language. */
    public static final String UNKNOWN = "und";

    private static final int LAST_ASCII = 127;
    private static final int MOST_WORDS = 400;
    private static final int SHORT = 3;
    private static final double FUNCTION_WORD = 1.5;
    private static final double OWN_LETTER = 1.0;
    private static final double ENOUGH = 0.2;

    private static final Map<UnicodeScript, String> BY_SCRIPT = Map.ofEntries(
            Map.entry(UnicodeScript.CYRILLIC, "ru"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.ARABIC, "ar"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.DEVANAGARI, "hi"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"));

    private final Vocabulary vocabulary;

    /** Tags in alphabetical order; a set of languages is a number with one bit for each place in it. */
    private final List<String> languages;

    private final long[] languagesByKnownWord;

    /** Length of each known word that is plain English and a function word of no language; 0 of the others. */
    private final byte[] plainEnglish;

    private final Map<String, Long> languagesByWord;
    private final Map<Character, Long> languagesByLetter;

    /**
     * @param vocabulary knows which words are English
     * @param profiles lines {@code language<TAB>letters of its own<TAB>function words}; at most 64
     */
    public LanguageGuess(Vocabulary vocabulary, List<String> profiles) {
        this.vocabulary = vocabulary;
        this.languages = profiles.stream()
                .map(line -> line.substring(0, line.indexOf('\t')))
                .sorted()
                .toList();
        Map<String, Long> words = new HashMap<>();
        Map<Character, Long> letters = new HashMap<>();
        for (String line : profiles) {
            String[] fields = line.split("\t", -1);
            long bit = 1L << languages.indexOf(fields[0]);
            for (String word : fields[2].split(" ", -1)) {
                words.merge(word, bit, (a, b) -> a | b);
            }
            for (char letter : fields[1].toCharArray()) {
                letters.merge(letter, bit, (a, b) -> a | b);
            }
        }
        this.languagesByWord = Map.copyOf(words);
        this.languagesByLetter = Map.copyOf(letters);
        this.languagesByKnownWord = new long[vocabulary.size()];
        words.forEach((word, set) -> {
            int id = vocabulary.find(word);
            if (id != Vocabulary.NONE) {
                languagesByKnownWord[id] = set;
            }
        });
        this.plainEnglish = new byte[vocabulary.size()];
        for (int id = 0; vocabulary.isEnglish(id); id++) {
            String form = vocabulary.form(id);
            boolean plain = asciiLetters(form) == form.length() && languagesByKnownWord[id] == 0;
            plainEnglish[id] = plain && form.length() <= Byte.MAX_VALUE ? (byte) form.length() : 0;
        }
    }

    /** BCP 47 tag of the language; {@link #UNKNOWN} without words or without evidence. */
    public String of(List<Token> tokens) {
        double[] scores = new double[languages.size()];
        Map<UnicodeScript, Integer> foreign = new HashMap<>();
        int words = 0;
        int latin = 0;
        int latinLetters = 0;
        int foreignCount = 0;
        int englishWords = 0;
        for (int t = 0; t < tokens.size() && words < MOST_WORDS; t++) {
            Token token = tokens.get(t);
            if (!token.isWord()) {
                continue;
            }
            words++;
            int plain = token.id() == Vocabulary.NONE ? 0 : plainEnglish[token.id()];
            if (plain > 0) {
                latin++;
                latinLetters += plain;
                englishWords++;
                continue;
            }
            int ascii = asciiLetters(token.form());
            if (ascii < token.form().length()) {
                int foreignLetters = foreignLetters(token.form(), ascii, foreign);
                if (foreignLetters > 0) {
                    foreignCount += foreignLetters;
                    continue;
                }
                // a borrowed word with two accents is still one word
                add(owners(token.form(), ascii), OWN_LETTER, scores);
            }
            latin++;
            latinLetters += token.form().length();
            add(speakers(token), FUNCTION_WORD, scores);
            englishWords += vocabulary.isEnglish(token.id()) ? 1 : 0;
        }
        if (words == 0) {
            return UNKNOWN;
        }
        return foreignCount > latinLetters ? script(foreign) : latin(scores, latin, englishWords);
    }

    /** How many characters there are before the first that is not ASCII. */
    private static int asciiLetters(String form) {
        int letters = 0;
        while (letters < form.length() && form.charAt(letters) <= LAST_ASCII) {
            letters++;
        }
        return letters;
    }

    private static int foreignLetters(String form, int from, Map<UnicodeScript, Integer> foreign) {
        int letters = 0;
        for (int i = from; i < form.length(); i++) {
            UnicodeScript script = UnicodeScript.of(form.charAt(i));
            if (BY_SCRIPT.containsKey(script)) {
                foreign.merge(script, 1, Integer::sum);
                letters++;
            }
        }
        return letters;
    }

    /** Languages of which this is a function word. */
    private long speakers(Token token) {
        return token.id() == Vocabulary.NONE
                ? languagesByWord.getOrDefault(token.form(), 0L)
                : languagesByKnownWord[token.id()];
    }

    /** Languages that have a letter of this word for themselves. */
    private long owners(String form, int from) {
        long owners = 0;
        for (int i = from; i < form.length(); i++) {
            owners |= languagesByLetter.getOrDefault(form.charAt(i), 0L);
        }
        return owners;
    }

    private static void add(long set, double score, double[] scores) {
        for (long left = set; left != 0; left &= left - 1) {
            scores[Long.numberOfTrailingZeros(left)] += score;
        }
    }

    private static String script(Map<UnicodeScript, Integer> foreign) {
        if (foreign.containsKey(UnicodeScript.HIRAGANA) || foreign.containsKey(UnicodeScript.KATAKANA)) {
            return "ja";
        }
        UnicodeScript best = UnicodeScript.COMMON;
        int most = 0;
        for (UnicodeScript script : UnicodeScript.values()) {
            int count = foreign.getOrDefault(script, 0);
            if (count > most) {
                most = count;
                best = script;
            }
        }
        return BY_SCRIPT.getOrDefault(best, UNKNOWN);
    }

    private String latin(double[] scores, int words, int englishWords) {
        String best = UNKNOWN;
        double most = 0;
        for (int language = 0; language < scores.length; language++) {
            if (scores[language] > most) {
                most = scores[language];
                best = languages.get(language);
            }
        }
        boolean other = (most > englishWords && most >= 2 * FUNCTION_WORD)
                || (words <= SHORT && englishWords == 0 && most >= FUNCTION_WORD + OWN_LETTER);
        if (other) {
            return best;
        }
        return englishWords >= ENOUGH * words || words <= SHORT ? ENGLISH : UNKNOWN;
    }
}
