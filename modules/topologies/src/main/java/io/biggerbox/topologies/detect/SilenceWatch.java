package io.biggerbox.topologies.detect;

import io.biggerbox.recurrence.Silence;
import io.biggerbox.topologies.figures.Figure;
import io.biggerbox.topologies.figures.TaskFigure;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.StreamsMetrics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who run the sources which products have fallen silent: a warning when one falls silent, a line
 * when it is heard again or given up, and {@link Figure#SILENT_PRODUCTS}. A product is looked at when its silence would begin or
 * end, not every day. What it knows it has from the engine, so a task that starts anew says it again.
 */
final class SilenceWatch {

    private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);
    private static final int NAMED = 10;

    private final TaskFigure figure;
    private final Supplier<List<String>> products;
    private final Function<String, @Nullable Silence> find;

    /** Products to look at when a day is over. */
    private final TreeMap<LocalDate, Set<String>> toLookAt = new TreeMap<>();

    /** All of them. */
    private final Set<String> expected = new HashSet<>();

    private final TreeMap<String, Silence> silent = new TreeMap<>();

    /** After a start any product may be silent. */
    private boolean looked;

    /**
     * Watches the products of a task.
     *
     * @param products all that are known
     * @param find the silence of a product when nothing more is heard, or null when none would mean anything
     */
    SilenceWatch(
            StreamsMetrics metrics,
            String task,
            Supplier<List<String>> products,
            Function<String, @Nullable Silence> find) {
        figure = new TaskFigure(metrics, task, Figure.SILENT_PRODUCTS);
        this.products = products;
        this.find = find;
    }

    /** Something was said of {@code product} while {@code today} was the day of event time. */
    void heard(String product, LocalDate today) {
        if (silent.containsKey(product)) {
            lookAt(today, product);
        } else if (!expected.contains(product)) {
            lookAt(today.plusDays(Silence.LEAST_DAYS), product);
        }
    }

    private void lookAt(LocalDate day, String product) {
        toLookAt.computeIfAbsent(day, unused -> new TreeSet<>()).add(product);
        expected.add(product);
    }

    /** The day {@code day} of event time is over. */
    void dayClosed(LocalDate day) {
        if (!looked) {
            products.get().forEach(product -> lookAt(day, product));
            looked = true;
        }
        NavigableMap<LocalDate, Set<String>> due = toLookAt.headMap(day, true);
        Set<String> now = due.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        due.clear();
        List<Silence> fallen = new ArrayList<>();
        List<String> back = new ArrayList<>();
        List<String> givenUp = new ArrayList<>();
        for (String product : now) {
            Silence silence = find.apply(product);
            boolean over = silence == null || !day.isBefore(silence.givenUp());
            if (silence == null || over) {
                expected.remove(product);
            } else if (day.isBefore(silence.begins())) {
                lookAt(silence.begins(), product);
            } else {
                lookAt(silence.givenUp(), product);
                if (silent.put(product, silence) == null) {
                    fallen.add(silence);
                }
                continue;
            }
            if (silent.remove(product) != null) {
                (silence != null && over ? givenUp : back).add(product);
            }
        }
        tell(fallen, day, back, givenUp);
        figure.record(silent.size());
    }

    private static void tell(List<Silence> fallen, LocalDate day, List<String> back, List<String> givenUp) {
        if (!fallen.isEmpty()) {
            LOG.warn("{} product(s) have fallen silent; is a source broken? {}", fallen.size(), named(fallen, day));
        }
        if (!back.isEmpty()) {
            LOG.info("{} product(s) are heard again: {}", back.size(), first(back));
        }
        if (!givenUp.isEmpty()) {
            LOG.info(
                    "{} product(s) have been silent for sixteen weeks and are given up: {}",
                    givenUp.size(),
                    first(givenUp));
        }
    }

    private static List<String> first(List<String> products) {
        return products.subList(0, Math.min(NAMED, products.size()));
    }

    private static String named(List<Silence> silences, LocalDate day) {
        String some = silences.stream()
                .limit(NAMED)
                .map(one -> one.product() + ": last heard " + one.lastHeard() + ", "
                        + ChronoUnit.DAYS.between(one.lastHeard(), day) + " days ago, usually at most "
                        + (one.usualGap() + 1))
                .collect(Collectors.joining("; "));
        return silences.size() > NAMED ? some + "; …" : some;
    }

    void close() {
        figure.close();
    }
}
