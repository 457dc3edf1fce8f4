package io.biggerbox.text.themes;

import io.biggerbox.text.rules.WordPattern;
import io.biggerbox.text.rules.WordPatterns;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.StemIndex;
import io.biggerbox.text.tokens.Stemmer;
import io.biggerbox.text.tokens.Stems;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.TokenKind;
import io.biggerbox.text.tokens.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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

    private static final Comparator<ThemeHit> IN_ORDER =
            Comparator.comparingInt(ThemeHit::first).thenComparing(ThemeHit::theme);

    private final StemIndex<CompiledPhrase> phrases;

    /** What each of them needs, see {@link CompiledPhrase#needed()}: looked at before the phrase, which is elsewhere. */
    private final long[] needed;

    /** Likewise, see {@link CompiledPhrase#asked()}. */
    private final long[] asked;

    /** Of the stems that mean what an anchor of a phrase means. */
    private final int mark;

    private final SenseNumbers senses;

    /** For every theme that has a parent: that one, its parent, and so on. */
    private final Map<String, Set<String>> broader = new HashMap<>();

    private final WordPatterns exactPhrases;
    private final WordPatterns includes;
    private final WordPatterns excludes;
    private final int not;

    /**
     * @param taxonomy the themes to find
     * @param tokenizer as the reader uses it
     * @param stems numbers of stems, also of those that will be searched
     */
    public ThemeMatcher(Taxonomy taxonomy, Tokenizer tokenizer, Stems stems) {
        Rarity rarity = Rarity.shipped();
        Senses shipped = Senses.shipped();
        Map<Integer, List<CompiledPhrase>> byAnchor = new HashMap<>();
        List<WordPattern> exact = new ArrayList<>();
        List<WordPattern> terms = new ArrayList<>();
        List<WordPattern> vetoes = new ArrayList<>();
        Map<String, String> parents = new HashMap<>();
        for (Theme theme : taxonomy.themes()) {
            if (theme.parent() != null) {
                parents.put(theme.id(), theme.parent());
            }
            for (String phrase : theme.phrases()) {
                List<Token> words = wordsOf(phrase, tokenizer);
                CompiledPhrase compiled = CompiledPhrase.of(theme, phrase, words, rarity, shipped, stems);
                if (compiled.isTooShort()) {
                    pattern(phrase, "phrase:", theme, tokenizer, exact);
                } else {
                    index(compiled, byAnchor);
                }
            }
            theme.include().forEach(term -> pattern(term, "include:", theme, tokenizer, terms));
            theme.exclude().forEach(term -> pattern(term, "exclude:", theme, tokenizer, vetoes));
        }
        parents.keySet().forEach(theme -> broader.put(theme, ancestors(theme, parents)));
        this.phrases = new StemIndex<>(byAnchor);
        this.needed = new long[phrases.size()];
        this.asked = new long[phrases.size()];
        Arrays.setAll(needed, place -> phrases.at(place).needed());
        Arrays.setAll(asked, place -> phrases.at(place).asked());
        this.senses = shipped.numbered(stems);
        this.mark = stems.mark(senses.stems(byAnchor.keySet()));
        this.exactPhrases = new WordPatterns(exact, stems);
        this.includes = new WordPatterns(terms, stems);
        this.excludes = new WordPatterns(vetoes, stems);
        this.not = stems.number(Stemmer.NOT);
    }

    private static void index(CompiledPhrase phrase, Map<Integer, List<CompiledPhrase>> byAnchor) {
        for (int sense : phrase.anchors()) {
            byAnchor.computeIfAbsent(sense, s -> new ArrayList<>(1)).add(phrase);
        }
    }

    /** Terms are cut as texts are, so that "out-of-stock" and "sign in" meet what customers write. */
    private static void pattern(
            String term, String evidence, Theme theme, Tokenizer tokenizer, List<WordPattern> patterns) {
        List<String> words = new ArrayList<>();
        wordsOf(term, tokenizer).forEach(word -> words.add(word.form()));
        if (!words.isEmpty()) {
            patterns.add(WordPattern.literal(words, evidence + term, theme.id()));
        }
    }

    private static List<Token> wordsOf(String text, Tokenizer tokenizer) {
        List<Token> words = new ArrayList<>();
        for (Token token : tokenizer.tokens(text)) {
            if (token.kind() == TokenKind.WORD || token.kind() == TokenKind.NUMBER) {
                words.add(token);
            }
        }
        return words;
    }

    /** The themes of one sentence, each at most once, in order of where they were found. */
    public List<ThemeHit> find(Line line) {
        List<ThemeHit> hits = new ArrayList<>(2);
        if (line.isMarked(mark)) {
            findPhrases(line, hits);
        }
        for (WordPattern.Match match : exactPhrases.matches(line)) {
            boolean denied = denied(line, match.first(), match.first() - 1);
            keep(hits, hit(match, true, denied));
        }
        for (WordPattern.Match match : includes.matches(line)) {
            keep(hits, hit(match, false, false));
        }
        return hits.isEmpty() ? List.of() : withoutExcluded(hits, line);
    }

    /** Whether a term rules a theme out in a sentence. */
    public boolean excludes(Line line, String theme) {
        for (WordPattern.Match match : excludes.matches(line)) {
            if (match.pattern().label().equals(theme)) {
                return true;
            }
        }
        return false;
    }

    private void findPhrases(Line line, List<ThemeHit> hits) {
        Meanings meant = Meanings.of(line, senses);
        for (int i = 0; i < meant.count(); i++) {
            if (line.isMarked(i, mark)) {
                around(line, meant, i, hits);
            }
        }
    }

    /** Whether a sentence may hold a phrase, by what is quickest to see. */
    private boolean isConceivable(int phrase, long held) {
        long both = held & asked[phrase];
        return (needed[phrase] & ~held) == 0 && (asked[phrase] == 0 || (both & (both - 1)) != 0);
    }

    private void around(Line line, Meanings meant, int anchor, List<ThemeHit> hits) {
        int to = phrases.to(meant.at(anchor));
        for (int p = phrases.from(meant.at(anchor)); p < to; p++) {
            if (!isConceivable(p, meant.held())) {
                continue;
            }
            CompiledPhrase phrase = phrases.at(p);
            int[] place = phrase.isPossible(meant.held()) ? phrase.around(line, meant, anchor) : null;
            if (place != null) {
                boolean denied = !phrase.negated() && denied(line, place[0], place[1]);
                keep(hits, new ThemeHit(phrase.theme(), place[0], place[1], true, denied, phrase.evidence()));
            }
        }
    }

    private static ThemeHit hit(WordPattern.Match match, boolean phrase, boolean denied) {
        WordPattern found = match.pattern();
        return new ThemeHit(found.label(), match.first(), match.last(), phrase, denied, found.text());
    }

    /** A phrase tells more than a term, and what is meant more than what is denied. */
    private static void keep(List<ThemeHit> hits, ThemeHit fresh) {
        for (int i = 0; i < hits.size(); i++) {
            ThemeHit old = hits.get(i);
            if (old.theme().equals(fresh.theme())) {
                hits.set(i, rank(fresh) > rank(old) ? fresh : old);
                return;
            }
        }
        hits.add(fresh);
    }

    private static int rank(ThemeHit hit) {
        return (hit.denied() ? 0 : 2) + (hit.phrase() ? 1 : 0);
    }

    private List<ThemeHit> withoutExcluded(List<ThemeHit> hits, Line line) {
        for (WordPattern.Match match : excludes.matches(line)) {
            hits.removeIf(hit -> hit.theme().equals(match.pattern().label()));
        }
        if (hits.size() > 1) {
            // "delivery took forever" is about late delivery; that it is about delivery goes without saying
            List<ThemeHit> all = List.copyOf(hits);
            hits.removeIf(hit -> !hit.phrase() && isSaidNarrower(hit.theme(), all));
            hits.sort(IN_ORDER);
        }
        return hits;
    }

    private boolean isSaidNarrower(String theme, List<ThemeHit> hits) {
        for (ThemeHit hit : hits) {
            if (broader.getOrDefault(hit.theme(), Set.of()).contains(theme)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> ancestors(String theme, Map<String, String> parents) {
        Set<String> ancestors = new HashSet<>();
        String parent = parents.get(theme);
        while (parent != null && ancestors.add(parent)) {
            parent = parents.get(parent);
        }
        return ancestors;
    }

    /** Whether a negation before, or inside a phrase that has none, says that the problem was not there. */
    private boolean denied(Line line, int first, int last) {
        for (int i = first - 1; i >= 0 && first - i <= DENIAL_REACH; i--) {
            if (line.stems()[i] == not) {
                return !line.word(i + 1).is("only");
            }
            if (!DENIAL_FILLERS.contains(line.word(i).form())) {
                break;
            }
        }
        for (int i = first; i <= last; i++) {
            if (line.stems()[i] == not && !line.word(i).is("without")) {
                return true;
            }
        }
        return false;
    }
}
