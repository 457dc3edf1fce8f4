package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.cli.stack.AlertStream;
import io.biggerbox.cli.stack.SourceSender;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.Review;
import io.biggerbox.topologies.TopologySettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An alert is on its topic within two seconds of the event that completes it, and partitions in which nobody
 * speaks do not delay it.
 *
 * <p>A surge is decided when event time passes the end of its three hours and the two of grace. Seven products have
 * one, each in other hours of the same day, so seven events complete an alert each; all come by one partition.
 * The other three have been quiet for a while, or spoke just before and fell silent.
 */
class AlertLatencyTest {

    private static final int PARTITIONS = 4;
    private static final int PRODUCTS = 7;
    private static final int WEEKS = 8;
    private static final int COMPLAINTS = 7;
    private static final Duration WITHIN = Duration.ofSeconds(2);
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** Those of production, but the clock of a quiet stream stays far back: only an event completes an alert. */
    private static final TopologySettings SETTINGS =
            TopologySettings.DEFAULTS.with(change -> change.quietAfter(Duration.ofDays(90)));

    /** The day of the surges: so recent that the stream is live, and over. */
    private final Instant day =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS);

    private int customers;

    @Test
    void theEventThatCompletesAnAlertIsAnsweredWithinSeconds(@TempDir Path directory) {
        try (Installation installation = Installation.start(directory, PARTITIONS, SETTINGS);
                AlertStream alerts = AlertStream.fromNowOn(installation.connection());
                SourceSender sender = new SourceSender(installation.connection())) {
            Rows past = history();
            send(installation, sender, past.reviews(), past.reviews().size());
            int sent = past.reviews().size();

            List<Duration> besideQuiet = new ArrayList<>();
            List<Duration> besideSilenced = new ArrayList<>();
            for (int i = 0; i < PRODUCTS; i++) {
                // The complaints of the next surge come before this one is decided, as in a live stream.
                Rows before = new Rows("s" + i + "-", 1);
                for (int surge = i == 0 ? 0 : i + 1; surge <= i + 1; surge++) {
                    surge(before, surge);
                }
                sent += before.reviews().size() + 1;
                send(installation, sender, before.reviews(), sent - 1);
                assertThat(raised(alerts.poll(), product(i))).isEmpty();

                boolean silenced = i % 2 == 1;
                if (silenced) {
                    List<Review> others = lastWords(i);
                    others.forEach(sender::accept);
                    sent += others.size();
                }
                (silenced ? besideSilenced : besideQuiet).add(measure(alerts, sender, completing(i), product(i)));
            }
            check("beside partitions that are quiet", besideQuiet);
            check("beside partitions that fell silent just before", besideSilenced);
        }
    }

    private static void check(String when, List<Duration> latencies) {
        Collections.sort(latencies);
        System.out.println("From the acknowledged event to the committed alert, " + when + ", ms: "
                + latencies.stream().map(Duration::toMillis).toList());
        assertThat(latencies.get(latencies.size() / 2)).as(when).isLessThanOrEqualTo(WITHIN);
    }

    private static void send(Installation installation, SourceSender sender, List<Review> reviews, int classified) {
        reviews.forEach(sender::accept);
        sender.flush();
        await().atMost(Duration.ofSeconds(90))
                .until(() -> installation.topics().feedback().size() == classified);
        installation.awaitProcessed();
    }

    private static Duration measure(AlertStream alerts, SourceSender sender, Review completing, String product) {
        Instant begin = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        sender.accept(completing);
        sender.flush();
        long acknowledged = System.nanoTime();
        while (System.nanoTime() - acknowledged < DEADLINE.toNanos()) {
            List<ProcessChangeAlert> raised = raised(alerts.poll(), product);
            if (!raised.isEmpty()) {
                Duration latency = Duration.ofNanos(System.nanoTime() - acknowledged);
                // Raised on this event, not on one before it.
                assertThat(raised.get(0).getRaisedAt()).isAfterOrEqualTo(begin);
                return latency;
            }
        }
        throw new AssertionError("no alert about " + product + " within " + DEADLINE);
    }

    private static List<ProcessChangeAlert> raised(List<ProcessChangeAlert> alerts, String product) {
        return alerts.stream()
                .filter(alert -> alert.getRaised() && alert.getProduct().equals(product))
                .toList();
    }

    /** Eight weeks in which each product is praised daily and complained about twice a week, and a bad last day. */
    private Rows history() {
        Rows rows = new Rows("h", 3);
        for (int back = WEEKS * 7; back > 0; back--) {
            Instant start = day.minus(back, ChronoUnit.DAYS);
            for (int i = 0; i < PRODUCTS; i++) {
                rows.onDay(start, 1, product(i), Themes.PRAISE_TEXT, 5);
                int complaints = back == 1 ? COMPLAINTS : back % 4 == i % 4 ? 1 : 0;
                rows.onDay(start, complaints, product(i), Themes.BOX_TEXT, 1);
            }
        }
        // In the first hour of the day everybody still speaks.
        for (int partition = 0; partition < PARTITIONS; partition++) {
            rows.by(customerOf(partition), day, product(0), Themes.PRAISE_TEXT, 5);
        }
        return rows.inOrderOfTime();
    }

    private void surge(Rows rows, int surge) {
        Instant start = day.plus(surge * 3L, ChronoUnit.HOURS);
        IntStream.range(1, COMPLAINTS + 1)
                .forEach(i -> rows.by(
                        customerOf(0), start.plus(i * 5L, ChronoUnit.MINUTES), product(surge), Themes.BOX_TEXT, 1));
    }

    /** The last events of the other partitions, a minute too early to complete anything. */
    private List<Review> lastWords(int surge) {
        Rows rows = new Rows("l" + surge + "-", 1);
        Instant at = day.plus(surge * 3L + 5, ChronoUnit.HOURS).minus(1, ChronoUnit.MINUTES);
        for (int partition = 1; partition < PARTITIONS; partition++) {
            rows.by(customerOf(partition), at, product(surge), Themes.PRAISE_TEXT, 5);
        }
        return rows.reviews();
    }

    /** The first event after the grace that follows the three hours of the surge. */
    private Review completing(int surge) {
        Instant at = day.plus(surge * 3L + 5, ChronoUnit.HOURS);
        return Rows.review("e" + surge, 1, customerOf(0), at, product(surge), Themes.PRAISE_TEXT, 5);
    }

    private static String product(int i) {
        return "Product " + i;
    }

    /** A customer of whom nothing was heard, whose events come by this partition. */
    private String customerOf(int partition) {
        String customer = "";
        do {
            customer = "customer-" + customers++;
        } while (Utils.toPositive(Utils.murmur2(customer.getBytes(StandardCharsets.UTF_8))) % PARTITIONS != partition);
        return customer;
    }
}
