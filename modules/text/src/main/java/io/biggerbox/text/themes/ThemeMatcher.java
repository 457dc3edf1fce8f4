package io.biggerbox.text.themes;

import io.biggerbox.text.rules.WordPattern;
import io.biggerbox.text.rules.WordPatterns;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import io.biggerbox.text.tokens.Stemmer;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.Tokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A taxonomy compiled for finding. Every phrase is listed under its rarest words only, every term under its first word,
 * so the cost of a sentence depends on its words and not on the number of themes. Immutable.
 */
public final class ThemeMatcher {
    /** Words between "no" and the problem that still deny it: "never had a single login problem". */
    private static final Set<String> DENIAL_FILLERS = Set.of(
            "have",
            "had",
            "has",
            "having",
            "a",
            "an",
            "any",
            "single",
            "the",
            "one",
            "get",
            "got",
            "see",
            "seen",
            "of",
            "much",
            "with",
            "been",
            "be",
            "was",
            "were",
            "is",
            "are",
            "experienced",
            "experience",
            "really",
            "at",
            "all",
            "to",
            "ever",
            "even",
            "that",
            "very",
            "my");

    private static final int DENIAL_REACH = 5;

    private final Map<String, List<CompiledPhrase>> phrases = new HashMap<>();
    private final Senses senses = Senses.shipped();
    private final Map<String, String> parents = new HashMap<>();
    private final WordPatterns exactPhrases;
    private final WordPatterns includes;
    private final WordPatterns excludes;

    /**
     * @param taxonomy the themes to find
     * @param tokenizer as the reader uses it
     */
    public ThemeMatcher(Taxonomy taxonomy, Tokenizer tokenizer) {
        Rarity rarity = Rarity.shipped();
        List<WordPattern> exact = new ArrayList<>();
        List<WordPattern> terms = new ArrayList<>();
        List<WordPattern> vetoes = new ArrayList<>();
        for (Theme theme : taxonomy.themes()) {
            if (theme.parent() != null) {
                parents.put(theme.id(), theme.parent());
            }
            for (String phrase : theme.phrases()) {
                List<Token> words = WordPatterns.wordsOf(tokenizer.tokens(phrase));
                CompiledPhrase compiled = CompiledPhrase.of(theme, phrase, words, rarity, senses);
                if (compiled.isTooShort()) {
                    pattern(phrase, theme, tokenizer, exact);
                } else {
                    index(compiled);
                }
            }
            theme.include().forEach(term -> pattern(term, theme, tokenizer, terms));
            theme.exclude().forEach(term -> pattern(term, theme, tokenizer, vetoes));
        }
        this.exactPhrases = new WordPatterns(exact);
        this.includes = new WordPatterns(terms);
        this.excludes = new WordPatterns(vetoes);
    }

    private void index(CompiledPhrase phrase) {
        for (String stem : phrase.stems().subList(0, phrase.anchors())) {
            phrases.computeIfAbsent(stem, s -> new ArrayList<>(1)).add(phrase);
        }
    }

    /** Terms are cut as texts are, so that "out-of-stock" and "sign in" meet what customers write. */
    private static void pattern(String term, Theme theme, Tokenizer tokenizer, List<WordPattern> patterns) {
        List<String> words = new ArrayList<>();
        for (Token token : WordPatterns.wordsOf(tokenizer.tokens(term))) {
            words.add(token.form());
        }
        if (!words.isEmpty()) {
            patterns.add(WordPattern.literal(words, term, theme.id()));
        }
    }

    /**
     * The themes of one sentence, each at most once, in order of where they were found.
     *
     * @param words words and numbers of the sentence
     */
    public List<ThemeHit> find(List<Token> words) {
        Map<String, ThemeHit> hits = new LinkedHashMap<>();
        String[] meant = senses.of(words);
        for (int i = 0; i < words.size(); i++) {
            for (CompiledPhrase phrase : phrases.getOrDefault(meant[i], List.of())) {
                int[] place = phrase.around(words, meant, i);
                if (place != null) {
                    boolean denied = !phrase.negated() && denied(words, place[0], place[1]);
                    keep(hits, phrase(phrase.theme().id(), phrase.text(), place[0], place[1], denied));
                }
            }
        }
        for (WordPattern.Match match : exactPhrases.matchesInWords(words)) {
            boolean denied = denied(words, match.first(), match.first() - 1);
            WordPattern found = match.pattern();
            keep(hits, phrase(found.label(), found.text(), match.first(), match.last(), denied));
        }
        for (WordPattern.Match match : includes.matchesInWords(words)) {
            String evidence = "include:" + match.pattern().text();
            keep(hits, new ThemeHit(match.pattern().label(), match.first(), match.last(), false, false, evidence));
        }
        return hits.isEmpty() ? List.of() : withoutExcluded(hits, words);
    }

    private static ThemeHit phrase(String theme, String text, int first, int last, boolean denied) {
        return new ThemeHit(theme, first, last, true, denied, "phrase:" + text);
    }

    /** A phrase tells more than a term, and what is meant more than what is denied. */
    private static void keep(Map<String, ThemeHit> hits, ThemeHit hit) {
        hits.merge(hit.theme(), hit, (old, fresh) -> rank(fresh) > rank(old) ? fresh : old);
    }

    private static int rank(ThemeHit hit) {
        return (hit.denied() ? 0 : 2) + (hit.phrase() ? 1 : 0);
    }

    private List<ThemeHit> withoutExcluded(Map<String, ThemeHit> hits, List<Token> words) {
        Set<String> vetoed = new HashSet<>();
        for (WordPattern.Match match : excludes.matchesInWords(words)) {
            vetoed.add(match.pattern().label());
        }
        List<ThemeHit> kept = new ArrayList<>(hits.values());
        kept.removeIf(hit -> vetoed.contains(hit.theme()));
        Set<String> narrower = new HashSet<>();
        kept.forEach(hit -> addAncestors(hit.theme(), narrower));
        // "delivery took forever" is about late delivery; that it is about delivery goes without saying
        kept.removeIf(hit -> !hit.phrase() && narrower.contains(hit.theme()));
        kept.sort(Comparator.comparingInt(ThemeHit::first).thenComparing(ThemeHit::theme));
        return kept;
    }

    private void addAncestors(String theme, Set<String> ancestors) {
        String parent = parents.get(theme);
        while (parent != null && ancestors.add(parent)) {
            parent = parents.get(parent);
        }
    }

    /** Whether a negation before, or inside a phrase that has none, says that the problem was not there. */
    private static boolean denied(List<Token> words, int first, int last) {
        for (int i = first - 1; i >= 0 && first - i <= DENIAL_REACH; i--) {
            String stem = words.get(i).stem();
            if (stem.equals(Stemmer.NOT)) {
                return !words.get(i + 1).is("only");
            }
            if (!DENIAL_FILLERS.contains(words.get(i).form())) {
                break;
            }
        }
        for (int i = first; i <= last; i++) {
            if (words.get(i).stem().equals(Stemmer.NOT) && !words.get(i).is("without")) {
                return true;
            }
        }
        return false;
    }
}
