package io.biggerbox.text.sentiment;

import java.util.Set;

/** Closed word classes that the feature walk needs. */
public final class WordLists {
    /** What comes after them weighs more. */
    public static final Set<String> CONTRASTS = Set.of("but", "however", "nevertheless", "unfortunately", "sadly");

    static final Set<String> INTENSIFIERS = Set.of(
            "very",
            "really",
            "so",
            "too",
            "extremely",
            "absolutely",
            "totally",
            "completely",
            "incredibly",
            "super",
            "such",
            "highly",
            "utterly",
            "way",
            "truly",
            "insanely",
            "beyond",
            "especially",
            "quite",
            "fully");
    static final Set<String> DAMPENERS = Set.of(
            "slightly",
            "somewhat",
            "fairly",
            "rather",
            "kinda",
            "sorta",
            "almost",
            "bit",
            "little",
            "marginally",
            "occasionally",
            "partly",
            "mildly");
    static final Set<String> WISHES = Set.of(
            "if", "wish", "wished", "would", "should", "could", "hope", "hoping", "hopefully", "supposed", "unless");

    private static final Set<String> FUNCTION_WORDS = Set.of(
            "a", "an", "the", "i", "me", "my", "we", "our", "us", "you", "your", "he", "she", "it", "its", "they",
            "them", "their", "this", "that", "these", "those", "is", "am", "are", "was", "were", "be", "been", "being",
            "have", "has", "had", "do", "does", "did", "will", "would", "can", "could", "shall", "should", "may",
            "might", "must", "of", "in", "on", "at", "to", "from", "by", "for", "with", "about", "as", "into", "and",
            "or", "but", "if", "than", "then", "so", "because", "while", "there", "here", "when", "where", "why", "how",
            "what", "which", "who", "all", "any", "both", "each", "some", "such", "only", "own", "same", "just", "also",
            "very", "too", "not", "no", "nor", "never", "even", "i'm", "it's", "i've", "i'd", "that's", "you're",
            "we're", "they're", "s", "t", "d", "ll", "m", "re", "ve");

    private WordLists() {}

    /** Whether {@code form} carries grammar rather than content. */
    public static boolean isFunctionWord(String form) {
        return FUNCTION_WORDS.contains(form) || form.endsWith("n't");
    }
}
