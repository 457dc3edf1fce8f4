package io.biggerbox.topologies.detect;

import io.biggerbox.recurrence.Silence;
import io.biggerbox.topologies.figures.Figure;
import io.biggerbox.topologies.figures.TaskFigure;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
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

    /** Products that are looked at in one go: the state of each is read, and a commit waits for it. */
    static final int AT_ONCE = 1_000;

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

    /** The last day that is over; null while none is. */
    private @Nullable LocalDate closed;

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

    /** The day {@code day} of event time is over; {@link #goOn} looks at the products for which it matters. */
    void dayClosed(LocalDate day) {
        if (!looked) {
            products.get().forEach(product -> lookAt(day, product));
            looked = true;
        }
        closed = day;
    }

    /** Looks at some of the products that are due. */
    void goOn() {
        LocalDate day = closed;
        if (day == null) {
            return;
        }
        List<String> now = due(day);
        if (!now.isEmpty()) {
            look(day, now);
        }
        if (toLookAt.isEmpty() || toLookAt.firstKey().isAfter(day)) {
            closed = null;
        }
    }

    private List<String> due(LocalDate day) {
        List<String> due = new ArrayList<>();
        Iterator<Set<String>> days = toLookAt.headMap(day, true).values().iterator();
        while (days.hasNext() && due.size() < AT_ONCE) {
            Set<String> waiting = days.next();
            Iterator<String> each = waiting.iterator();
            while (each.hasNext() && due.size() < AT_ONCE) {
                due.add(each.next());
                each.remove();
            }
            if (waiting.isEmpty()) {
                days.remove();
            }
        }
        return due;
    }

    private void look(LocalDate day, List<String> now) {
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
