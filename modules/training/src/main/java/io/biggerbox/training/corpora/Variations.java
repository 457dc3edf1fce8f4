package io.biggerbox.training.corpora;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * New texts made of given ones, for the sentence model to judge: pieces of sentences, sentences with other words of the
 * same kind, turned round by a negation, or joined halfway to another (Tang et al., Distilling Task-Specific Knowledge
 * from BERT into Simple Neural Networks, 2019; Jiao et al., TinyBERT, 2020). Nobody would write all of them, but they
 * show what one word does to a sentence.
 */
public final class Variations {
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern WORD = Pattern.compile("([^a-z']*)([a-z']+)([^a-z]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEGATION = Pattern.compile(
            "\\b(is|are|was|were|do|does|did|has|have|had|would|could|should|wo|ca)(?: not|n't)\\b| \\b(?:not|never) ");
    private static final Pattern VERB =
            Pattern.compile("\\b(is|are|was|were|does|did|has|have|had|would|could|should|will|can)\\b");
    private static final List<String> JOINTS = List.of(
            ", but ", " but ", ", and ", " and ", " although ", " because ", ". However, ", ". ", " while ", ", yet ");
    private static final int SHORTEST_PIECE = 2;
    private static final int LONGEST_PIECE = 10;
    private static final int LONGEST = 180;
    private static final double EXCHANGED = 0.2;

    private final List<List<String>> texts;
    private final Map<String, List<String>> kin;
    private final Random random;

    /**
     * @param texts what to vary
     * @param kin words of the same kind, per word in lower case
     * @param seed of all choices
     */
    public Variations(List<String> texts, Map<String, List<String>> kin, long seed) {
        this.texts = texts.stream()
                .filter(text -> text.length() <= LONGEST)
                .map(text -> Arrays.asList(SPACE.split(text)))
                .filter(words -> words.size() > SHORTEST_PIECE)
                .toList();
        this.kin = kin;
        this.random = new Random(seed);
    }

    /** So many different texts, all kinds of change in turn. */
    public List<String> make(int count) {
        Set<String> made = new LinkedHashSet<>();
        for (int i = 0; made.size() < count; i++) {
            List<String> words = texts.get(random.nextInt(texts.size()));
            String text =
                    switch (i % 6) {
                        case 0, 1 -> piece(words);
                        case 2, 3 -> exchanged(words);
                        case 4 -> turned(String.join(" ", words));
                        default -> joined(words, texts.get(random.nextInt(texts.size())));
                    };
            if (text.length() <= LONGEST && !text.isBlank()) {
                made.add(text);
            }
        }
        return new ArrayList<>(made);
    }

    private String piece(List<String> words) {
        int most = Math.min(LONGEST_PIECE, words.size() - 1);
        int length = SHORTEST_PIECE + random.nextInt(most - SHORTEST_PIECE + 1);
        int from = random.nextInt(words.size() - length + 1);
        return String.join(" ", words.subList(from, from + length));
    }

    private String exchanged(List<String> words) {
        List<String> out = new ArrayList<>(words);
        int sure = random.nextInt(words.size());
        for (int i = 0; i < out.size(); i++) {
            if (i == sure || random.nextDouble() < EXCHANGED) {
                out.set(i, relative(out.get(i)));
            }
        }
        return String.join(" ", out);
    }

    private String relative(String word) {
        Matcher parts = WORD.matcher(word);
        if (!parts.matches()) {
            return word;
        }
        List<String> relatives = kin.getOrDefault(parts.group(2).toLowerCase(Locale.ROOT), List.of());
        return relatives.isEmpty()
                ? word
                : parts.group(1) + relatives.get(random.nextInt(relatives.size())) + parts.group(3);
    }

    /** Takes a negation out, or puts one in; empty when there is no place for it. */
    private String turned(String text) {
        Matcher negation = NEGATION.matcher(text);
        if (negation.find()) {
            String verb = negation.group(1);
            String stays = verb == null ? " " : verb.equals("wo") ? "will" : verb.equals("ca") ? "can" : verb;
            return text.substring(0, negation.start()) + stays + text.substring(negation.end());
        }
        Matcher verb = VERB.matcher(text);
        if (!verb.find()) {
            return "";
        }
        String not = random.nextInt(4) == 0 ? " never" : " not";
        return text.substring(0, verb.end()) + not + text.substring(verb.end());
    }

    private String joined(List<String> first, List<String> second) {
        String head = String.join(" ", half(first, true)).replaceAll("[.,;!? ]+$", "");
        String tail = String.join(" ", half(second, false));
        return head + JOINTS.get(random.nextInt(JOINTS.size())) + tail;
    }

    private List<String> half(List<String> words, boolean begin) {
        if (words.size() <= LONGEST_PIECE) {
            return words;
        }
        int cut = words.size() / 2;
        return begin ? words.subList(0, cut) : words.subList(cut, words.size());
    }
}
