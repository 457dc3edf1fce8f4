package io.biggerbox.topologies.detect;

import io.biggerbox.recurrence.Silence;
import io.biggerbox.topologies.figures.Figure;
import io.biggerbox.topologies.figures.TaskFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.streams.StreamsMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who run the sources which products have fallen silent: a warning when one falls silent and a line
 * when it is heard again, and {@link Figure#SILENT_PRODUCTS}. What it knows it has from the closed days, so a task that
 * starts anew says it again.
 */
final class SilenceWatch {

    private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);
    private static final int NAMED = 10;

    private final TaskFigure figure;
    private TreeMap<String, Silence> silent = new TreeMap<>();

    SilenceWatch(StreamsMetrics metrics, String task) {
        figure = new TaskFigure(metrics, task, Figure.SILENT_PRODUCTS);
    }

    /** Takes what is silent now, of all products of the task. */
    void update(List<Silence> now) {
        TreeMap<String, Silence> next = new TreeMap<>();
        now.forEach(silence -> next.put(silence.product(), silence));
        List<Silence> news =
                now.stream().filter(one -> !silent.containsKey(one.product())).toList();
        if (!news.isEmpty()) {
            LOG.warn("{} product(s) have fallen silent; is a source broken? {}", news.size(), named(news));
        }
        List<String> back = new ArrayList<>(silent.keySet());
        back.removeAll(next.keySet());
        if (!back.isEmpty()) {
            LOG.info("{} product(s) are heard again: {}", back.size(), back.subList(0, Math.min(NAMED, back.size())));
        }
        silent = next;
        figure.record(silent.size());
    }

    private static String named(List<Silence> silences) {
        String some = silences.stream()
                .limit(NAMED)
                .map(one -> one.product() + ": last heard " + one.lastHeard() + ", " + one.days()
                        + " days ago, usually at most " + (one.usualGap() + 1))
                .collect(Collectors.joining("; "));
        return silences.size() > NAMED ? some + "; …" : some;
    }

    void close() {
        figure.close();
    }
}
