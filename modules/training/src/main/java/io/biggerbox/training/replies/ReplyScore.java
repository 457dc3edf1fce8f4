package io.biggerbox.training.replies;

import io.biggerbox.text.ReplyAct;
import io.biggerbox.text.TextReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How well a reader says what sentences of replies do. */
public final class ReplyScore {
    private static final String DEFLECTS = "deflects";

    /** Of the sentences that do one thing. */
    private static final class Row {
        private int sentences;
        private int right;
        private int rightTone;
        private int wrong;
    }

    private final TreeMap<String, Row> rows = new TreeMap<>();

    private ReplyScore() {}

    /** Measures. */
    public static ReplyScore of(TextReader reader, List<ReplySentence> sentences) {
        ReplyScore score = new ReplyScore();
        sentences.forEach(sentence -> score.add(sentence.does(), said(reader, sentence.text())));
        return score;
    }

    private static Set<String> said(TextReader reader, String text) {
        return reader.readReply(text).acts().stream()
                .map(ReplyScore::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(ReplyAct act) {
        String tone = act.tone().name();
        String kind = act.deflection() == null ? "" : "." + act.deflection().name();
        return (tone + kind).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void add(String does, Set<String> said) {
        Row row = rows.computeIfAbsent(does, key -> new Row());
        row.sentences++;
        boolean none = does.equals(ReplySentence.NONE);
        row.right += (none ? said.isEmpty() : said.contains(does)) ? 1 : 0;
        row.rightTone +=
                (none ? said.isEmpty() : said.stream().anyMatch(one -> tone(one).equals(tone(does)))) ? 1 : 0;
        row.wrong += (int) said.stream()
                .filter(one -> !one.equals(does))
                .filter(one -> !one.equals(DEFLECTS) || !tone(does).equals(DEFLECTS))
                .count();
    }

    private static String tone(String does) {
        return does.split("\\.", 2)[0];
    }

    /** Share of the sentences that do something of which it was said, 0 to 1. */
    public double recall() {
        return share(false);
    }

    /** Share of the sentences that do nothing of the kind of which nothing was said, 0 to 1. */
    public double silence() {
        return share(true);
    }

    /** Of all that was said the share that is right, 0 to 1. */
    public double precision() {
        double right = 0;
        double said = 0;
        for (var row : rows.entrySet()) {
            int good = row.getKey().equals(ReplySentence.NONE) ? 0 : row.getValue().right;
            right += good;
            said += good + row.getValue().wrong;
        }
        return right / said;
    }

    private double share(boolean none) {
        double all = 0;
        double good = 0;
        for (var row : rows.entrySet()) {
            if (row.getKey().equals(ReplySentence.NONE) == none) {
                all += row.getValue().sentences;
                good += row.getValue().right;
            }
        }
        return good / all;
    }

    /** A table for people. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        rows.forEach((does, row) -> table.append(String.format(
                Locale.ROOT,
                "%-26s %3d sentences, right %3d, the tone at least %3d; wrongly said of them %d%n",
                does,
                row.sentences,
                row.right,
                row.rightTone,
                row.wrong)));
        return table.append(String.format(
                        Locale.ROOT,
                        "found %.1f, right of what was said %.1f, nothing said where there is nothing %.1f",
                        100 * recall(),
                        100 * precision(),
                        100 * silence()))
                .toString();
    }
}
