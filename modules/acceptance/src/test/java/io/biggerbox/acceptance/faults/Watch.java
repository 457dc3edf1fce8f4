package io.biggerbox.acceptance.faults;

import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.detect.DetectTopology;
import io.biggerbox.topologies.measure.MeasureTopology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Looks several times a second how far every application has come with every partition that it reads. */
final class Watch implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final long ANSWER_MILLIS = 3_000;

    private final Admin admin;
    private final Map<Application, List<TopicPartition>> reads = new TreeMap<>();
    private final Map<Place, Progress> places = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread watching = new Thread(task, "watch");
        watching.setDaemon(true);
        return watching;
    });
    private long looks;
    private long longestStall;
    private @Nullable Place longestStallAt;

    private record Place(Application application, TopicPartition partition) {}

    private static final class Progress {
        private long committed = -1;
        private long behind;
        private long movedAt = System.nanoTime();
    }

    /** How far everything had come at some time. */
    record Mark(long look, Map<Application, Map<TopicPartition, Long>> committed) {}

    Watch(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(ANSWER_MILLIS));
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, String.valueOf(ANSWER_MILLIS / 2));
        properties.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "200");
        admin = Admin.create(properties);
        reads.put(Application.CLASSIFY, partitions("voc.reviews", "voc.tickets", "voc.surveys"));
        reads.put(
                Application.MEASURE, partitions("voc.feedback", internal(Application.MEASURE, MeasureTopology.BY_ROW)));
        reads.put(
                Application.DETECT,
                partitions("voc.feedback", internal(Application.DETECT, DetectTopology.BY_PRODUCT)));
        var unused = thread.scheduleWithFixedDelay(this::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static List<TopicPartition> partitions(String... topics) {
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : topics) {
            for (int partition = 0; partition < Cluster.PARTITIONS; partition++) {
                all.add(new TopicPartition(topic, partition));
            }
        }
        return all;
    }

    private static String internal(Application application, String name) {
        return application.id() + "-" + name + "-repartition";
    }

    private void look() {
        try {
            Map<Application, KafkaFuture<Map<TopicPartition, OffsetAndMetadata>>> asked = new TreeMap<>();
            reads.keySet()
                    .forEach(application -> asked.put(
                            application,
                            admin.listConsumerGroupOffsets(application.id()).partitionsToOffsetAndMetadata()));
            var ends = get(admin.listOffsets(
                            reads.values().stream()
                                    .flatMap(List::stream)
                                    .distinct()
                                    .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())),
                            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all());
            for (var answer : asked.entrySet()) {
                note(answer.getKey(), get(answer.getValue()), ends);
            }
            synchronized (this) {
                looks++;
                notifyAll();
            }
        } catch (ExecutionException | TimeoutException brokerIsAway) {
            // then nothing moves, which the next answer shows
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(
            Application application,
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo> ends) {
        long now = System.nanoTime();
        for (TopicPartition partition : reads.getOrDefault(application, List.of())) {
            Place place = new Place(application, partition);
            Progress progress = places.computeIfAbsent(place, key -> new Progress());
            OffsetAndMetadata position = committed.get(partition);
            long at = position == null ? 0 : position.offset();
            boolean waited = progress.behind > 0;
            if (waited && now - progress.movedAt > longestStall) {
                longestStall = now - progress.movedAt;
                longestStallAt = place;
            }
            long end = Objects.requireNonNull(ends.get(partition)).offset();
            // the marker at the end of a transaction has an offset that nobody commits
            progress.behind = end - at <= 1 && position != null ? 0 : Math.max(0, end - at);
            if (at != progress.committed || !waited) {
                progress.movedAt = now;
            }
            progress.committed = at;
        }
    }

    private static <T> T get(KafkaFuture<T> future) throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(2 * ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Notes how far everything has come. */
    synchronized Mark mark() {
        Map<Application, Map<TopicPartition, Long>> committed = new TreeMap<>();
        places.forEach((place, progress) -> committed
                .computeIfAbsent(place.application(), key -> new HashMap<>())
                .put(place.partition(), progress.committed));
        return new Mark(looks, committed);
    }

    /** Whether everything that had something to read has come further since {@code mark}. */
    synchronized boolean allMovedSince(Mark mark) {
        return looks > mark.look() + 1 && stuckSince(mark).isEmpty();
    }

    /** What has not come further since {@code mark}. */
    synchronized List<String> stuckSince(Mark mark) {
        return places.entrySet().stream()
                .filter(place -> place.getValue().behind > 0
                        && place.getValue().committed
                                <= mark.committed()
                                        .getOrDefault(place.getKey().application(), Map.of())
                                        .getOrDefault(place.getKey().partition(), -1L))
                .map(place ->
                        place.getKey().application().id() + " " + place.getKey().partition() + " at "
                                + place.getValue().committed + ", " + place.getValue().behind + " behind")
                .sorted()
                .toList();
    }

    /** Records that are still to be processed by all applications together, at the last look. */
    synchronized long behind() {
        return places.isEmpty()
                ? Long.MAX_VALUE
                : places.values().stream()
                        .mapToLong(progress -> progress.behind)
                        .sum();
    }

    /** Source records that are still to be read. */
    synchronized long sourcesBehind() {
        return places.entrySet().stream()
                .filter(place -> place.getKey().application() == Application.CLASSIFY)
                .mapToLong(place -> place.getValue().behind)
                .sum();
    }

    /** How often it has looked. */
    synchronized long looks() {
        return looks;
    }

    /** Waits for the next look, at most a second. */
    synchronized void awaitLook() throws InterruptedException {
        long before = looks;
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (looks == before && System.nanoTime() < end) {
            wait(INTERVAL.toMillis());
        }
    }

    /** The longest time for which an application had something to read from a partition and committed nothing. */
    synchronized Duration longestStall() {
        return Duration.ofNanos(longestStall);
    }

    /** Where that was. */
    synchronized String longestStallAt() {
        Place place = longestStallAt;
        return place == null ? "nowhere" : place.application().id() + " " + place.partition();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        admin.close(Duration.ofSeconds(5));
    }
}
