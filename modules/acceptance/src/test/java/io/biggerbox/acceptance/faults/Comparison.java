package io.biggerbox.acceptance.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.biggerbox.acceptance.faults.Pills.Pill;
import io.biggerbox.acceptance.support.Batch;
import io.biggerbox.acceptance.support.Opinions.Opinion;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.acceptance.support.Topics;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.service.TopicReader;
import io.biggerbox.text.FastReader;
import io.biggerbox.text.taxonomy.Theme;
import io.biggerbox.topologies.errors.DeadLetterHeaders;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.header.Header;

/** Compares what stands on the topics with what must stand there, record by record. */
final class Comparison {

    private static final int MOST_EXAMPLES = 20;

    private final Load load;
    private final Connection connection;
    private final Path taxonomy;
    private final Map<Pill, Integer> pills;
    private final List<String> examples = new ArrayList<>();
    private long lost;
    private long doubled;
    private long different;
    private long lettersFound;

    Comparison(Load load, Connection connection, Path taxonomy, Map<Pill, Integer> pills) {
        this.load = load;
        this.connection = connection;
        this.taxonomy = taxonomy;
        this.pills = pills;
    }

    /**
     * What was found.
     *
     * @param feedback readings looked at
     * @param aggregates rows looked at, of both topics
     * @param alerts revisions of alerts looked at
     * @param foretold those of them that were compared with the batch, to the last number
     * @param lost records, rows or revisions that are missing, or rows with less than they must have
     * @param doubled records or revisions that are there twice, or rows with more than they must have
     * @param different those with the right number of contributions and a wrong content
     * @param pills dead letters that there must be
     * @param letters dead letters that there are
     * @param unexplained dead letters that are none of the pills
     * @param examples of what is wrong
     */
    record Result(
            long feedback,
            long aggregates,
            long alerts,
            long foretold,
            long lost,
            long doubled,
            long different,
            long pills,
            long letters,
            long unexplained,
            List<String> examples) {

        boolean clean() {
            return lost == 0 && doubled == 0 && different == 0 && unexplained == 0;
        }
    }

    Result run() {
        Batch batch = new Batch(FastReader.create(Themes.read(taxonomy)));
        Batch.Count count = batch.count();
        AlertBatch alertBatch = new AlertBatch();
        int[] last = load.lastRevisions();
        for (int i = 0; i < last.length; i++) {
            if (last[i] >= 0) {
                Opinion said = batch.opinions().of(load.revision(i, last[i]));
                count.add(said);
                if (Load.isSteady(said.product())) {
                    alertBatch.add(said);
                }
            }
        }
        load.tail().forEach(record -> count.add(batch.opinions().of(record)));

        Topics topics = Topics.over(connection);
        long feedback = feedback();
        long aggregates = rows(count.themeRows(), Batch.themes(topics.themeStats()), Batch.ThemeNumbers::weight)
                + rows(
                        count.experienceRows(),
                        Batch.experiences(topics.experienceStats()),
                        Batch.ExperienceNumbers::weight);
        Map<String, Decision> foretold = new TreeMap<>();
        alertBatch.decisions(load.tailAt()).forEach(decision -> foretold.put(decision.name(), decision));
        long alerts = alerts(foretold);
        long unexplained = letters();
        return new Result(
                feedback,
                aggregates,
                alerts,
                foretold.size(),
                lost,
                doubled,
                different,
                pills.size(),
                lettersFound,
                unexplained,
                List.copyOf(examples));
    }

    private void note(String problem) {
        if (examples.size() < MOST_EXAMPLES) {
            examples.add(problem);
        }
    }

    private void isLost(String what) {
        lost++;
        note("lost: " + what);
    }

    private void isDoubled(String what) {
        doubled++;
        note("doubled: " + what);
    }

    private void isDifferent(String what) {
        different++;
        note("different: " + what);
    }

    /** Every revision that was sent gives one feedback, however often it was sent. */
    private long feedback() {
        BitSet seen = new BitSet(load.size());
        long[] read = new long[1];
        new TopicReader<>(connection.client(), connection.topics().feedback()).read(found -> {
            Feedback feedback = found.value();
            if (feedback == null || feedback.getProduct().equals(Load.TAIL_PRODUCT)) {
                return;
            }
            read[0]++;
            String id = feedback.getFeedbackId();
            int number = Load.numberOf(id.substring(id.indexOf(':') + 1), feedback.getRevision());
            if (seen.get(number)) {
                isDoubled("feedback " + id + " revision " + feedback.getRevision());
            }
            seen.set(number);
        });
        for (int i = 0; i < load.size(); i++) {
            if (load.isFirstDelivery(i) && !seen.get(i)) {
                isLost("feedback of event " + i);
            }
        }
        return read[0];
    }

    private <N> long rows(Map<String, N> expected, Map<String, N> found, ToLongFunction<N> weight) {
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(found.keySet());
        for (String key : keys) {
            N must = expected.get(key);
            N is = found.get(key);
            long wanted = must == null ? 0 : weight.applyAsLong(must);
            long there = is == null ? 0 : weight.applyAsLong(is);
            if (there < wanted) {
                isLost("row " + key + ": " + is + " instead of " + must);
            } else if (there > wanted) {
                isDoubled("row " + key + ": " + is + " instead of " + must);
            } else if (wanted > 0 && !Objects.equals(must, is)) {
                isDifferent("row " + key + ": " + is + " instead of " + must);
            }
        }
        return keys.size();
    }

    private long alerts(Map<String, Decision> foretold) {
        Map<String, Decision> found = new TreeMap<>();
        Map<String, Set<Long>> revisions = new TreeMap<>();
        new TopicReader<>(connection.client(), connection.topics().alerts()).read(record -> {
            ProcessChangeAlert alert = record.value();
            if (alert == null) {
                return;
            }
            Decision decision = Decision.of(alert);
            if (found.put(decision.name(), decision) != null) {
                isDoubled("alert " + decision);
            }
            revisions.computeIfAbsent(alert.getAlertId(), id -> new TreeSet<>()).add(alert.getRevision());
        });
        revisions.forEach((id, numbers) -> {
            for (long number = 1; number <= numbers.size(); number++) {
                if (!numbers.contains(number)) {
                    isLost("revision " + number + " of alert " + id);
                }
            }
        });
        foretold.forEach((name, must) -> {
            Decision is = found.get(name);
            if (is == null) {
                isLost("alert " + must);
            } else if (!is.equals(must)) {
                isDifferent("alert " + is + " instead of " + must);
            }
        });
        found.forEach((name, is) -> {
            if (Load.isSteady(is.product()) && !foretold.containsKey(name)) {
                isDifferent("alert that nobody expects: " + is);
            }
        });
        teams(found.keySet());
        return found.size();
    }

    /** What stands on the topics of the teams is what stands on the topic of all. */
    private void teams(Set<String> all) {
        Set<String> told = new HashSet<>();
        Set<String> teams = new TreeSet<>();
        Themes.read(taxonomy).themes().stream().map(Theme::team).forEach(teams::add);
        for (String team : teams) {
            new TopicReader<>(connection.client(), connection.topics().alertsOf(team)).read(record -> {
                ProcessChangeAlert alert = record.value();
                if (alert != null && !told.add(Decision.of(alert).name())) {
                    isDoubled("alert on the topic of team " + team + ": " + Decision.of(alert));
                }
            });
        }
        all.stream()
                .filter(name -> !told.contains(name))
                .forEach(name -> isLost("alert " + name + " on the topic of its team"));
    }

    /** Every pill is a dead letter once, and nothing else is one. */
    private long letters() {
        Map<Pill, Integer> found = new HashMap<>();
        long[] unexplained = new long[1];
        new TopicReader<>(connection.client(), connection.topics().deadLetters()).read(letter -> {
            lettersFound++;
            Header topic = letter.headers().lastHeader(DeadLetterHeaders.TOPIC);
            byte[] value = letter.value();
            Pill pill = new Pill(
                    topic == null ? "" : new String(topic.value(), UTF_8),
                    ByteBuffer.wrap(letter.key() == null ? new byte[0] : letter.key()),
                    ByteBuffer.wrap(value == null ? new byte[0] : value));
            if (!pills.containsKey(pill)) {
                unexplained[0]++;
                Header reason = letter.headers().lastHeader(DeadLetterHeaders.REASON);
                note("dead letter that is no pill, of " + pill.topic() + ": "
                        + (reason == null ? "no reason" : new String(reason.value(), UTF_8)));
            } else if (found.merge(pill, 1, Integer::sum) > 1) {
                isDoubled("dead letter of a pill on " + pill.topic());
            }
        });
        pills.keySet().stream()
                .filter(pill -> !found.containsKey(pill))
                .forEach(pill -> isLost("dead letter of a pill on " + pill.topic()));
        return unexplained[0];
    }
}
