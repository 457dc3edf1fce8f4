package io.biggerbox.text.language;

import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.Vocabulary;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Guesses the language of a text: by script where the script decides, else by the function words of European languages
 * against known English words. Immutable.
 */
public final class LanguageGuess {
    /** English. */
    public static final String ENGLISH = "en";
    /** No evidence for any language. */
    public static final String UNKNOWN = "und";

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
    private final Map<String, List<String>> languagesByWord = new HashMap<>();
    private final Map<Character, List<String>> languagesByLetter = new HashMap<>();

    /**
     * @param vocabulary knows which words are English
     * @param profiles lines {@code language<TAB>letters of its own<TAB>function words}
     */
    public LanguageGuess(Vocabulary vocabulary, List<String> profiles) {
        this.vocabulary = vocabulary;
        Map<String, List<String>> words = new HashMap<>();
        Map<Character, List<String>> letters = new HashMap<>();
        for (String line : profiles) {
            String[] fields = line.split("\t", -1);
            for (String word : fields[2].split(" ", -1)) {
                words.computeIfAbsent(word, w -> new ArrayList<>()).add(fields[0]);
            }
            for (char letter : fields[1].toCharArray()) {
                letters.computeIfAbsent(letter, l -> new ArrayList<>()).add(fields[0]);
            }
        }
        words.forEach((word, languages) -> languagesByWord.put(word, List.copyOf(languages)));
        letters.forEach((letter, languages) -> languagesByLetter.put(letter, List.copyOf(languages)));
    }

    /** BCP 47 tag of the language; {@link #UNKNOWN} without words or without evidence. */
    public String of(List<Token> tokens) {
        Map<String, Double> scores = new HashMap<>();
        Map<UnicodeScript, Integer> foreign = new HashMap<>();
        int words = 0;
        int latin = 0;
        int latinLetters = 0;
        int foreignCount = 0;
        int englishWords = 0;
        for (Token token : tokens) {
            if (!token.isWord() || words >= MOST_WORDS) {
                continue;
            }
            words++;
            int foreignLetters = foreignLetters(token.form(), foreign);
            if (foreignLetters > 0) {
                foreignCount += foreignLetters;
                continue;
            }
            latin++;
            latinLetters += token.form().length();
            score(token.form(), scores);
            englishWords += vocabulary.isEnglish(token.id()) ? 1 : 0;
        }
        if (words == 0) {
            return UNKNOWN;
        }
        return foreignCount > latinLetters ? script(foreign) : latin(scores, latin, englishWords);
    }

    private static int foreignLetters(String form, Map<UnicodeScript, Integer> foreign) {
        int letters = 0;
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            UnicodeScript script = c < 128 ? UnicodeScript.LATIN : UnicodeScript.of(c);
            if (BY_SCRIPT.containsKey(script)) {
                foreign.merge(script, 1, Integer::sum);
                letters++;
            }
        }
        return letters;
    }

    private void score(String form, Map<String, Double> scores) {
        for (String language : languagesByWord.getOrDefault(form, List.of())) {
            scores.merge(language, FUNCTION_WORD, Double::sum);
        }
        Set<String> owners = new HashSet<>();
        for (int i = 0; i < form.length(); i++) {
            if (form.charAt(i) >= 128) {
                owners.addAll(languagesByLetter.getOrDefault(form.charAt(i), List.of()));
            }
        }
        // a borrowed word with two accents is still one word
        owners.forEach(language -> scores.merge(language, OWN_LETTER, Double::sum));
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

    private static String latin(Map<String, Double> scores, int words, int englishWords) {
        String best = UNKNOWN;
        double most = 0;
        for (Map.Entry<String, Double> entry : new TreeMap<>(scores).entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
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
