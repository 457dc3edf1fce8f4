package io.biggerbox.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** On whose behalf a process was busy, by samples of its stacks: the innermost frame that somebody claims decides. */
record Profile(Map<Who, Long> samples) {

    /** Whom a frame may belong to. */
    enum Who {
        READER("reading texts"),
        ENGINE("deciding"),
        ROCKSDB("RocksDB"),
        AVRO("Avro"),
        PROCESSORS("our processors"),
        STREAMS("Kafka Streams"),
        CLIENTS("Kafka clients"),
        OTHERS("the rest");

        private final String description;

        Who(String description) {
            this.description = description;
        }

        private static Who of(String type) {
            if (type.startsWith("io.biggerbox.text.")) {
                return READER;
            } else if (type.startsWith("io.biggerbox.recurrence.")) {
                return ENGINE;
            } else if (type.startsWith("org.rocksdb.")) {
                return ROCKSDB;
            } else if (type.startsWith("org.apache.avro.")
                    || type.startsWith("io.biggerbox.events.")
                    || type.startsWith("io.confluent.")) {
                return AVRO;
            } else if (type.startsWith("io.biggerbox.")) {
                return PROCESSORS;
            } else if (type.startsWith("org.apache.kafka.streams.")) {
                return STREAMS;
            }
            return type.startsWith("org.apache.kafka.") ? CLIENTS : OTHERS;
        }
    }

    Profile {
        samples = Map.copyOf(samples);
    }

    static Profile read(Path recording) throws IOException {
        Map<Who, Long> samples = new EnumMap<>(Who.class);
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getStackTrace() == null) {
                    continue;
                }
                List<RecordedFrame> frames = event.getStackTrace().getFrames();
                String name = event.getEventType().getName();
                if (name.equals("jdk.ExecutionSample")) {
                    samples.merge(owner(frames), 1L, Long::sum);
                } else if (name.equals("jdk.NativeMethodSample") && isStore(frames)) {
                    // most native frames only wait for the network
                    samples.merge(Who.ROCKSDB, 1L, Long::sum);
                }
            }
        }
        return new Profile(samples);
    }

    private static boolean isStore(List<RecordedFrame> frames) {
        return !frames.isEmpty() && Who.of(type(frames.get(0))) == Who.ROCKSDB;
    }

    private static Who owner(List<RecordedFrame> frames) {
        return frames.stream()
                .map(frame -> Who.of(type(frame)))
                .filter(who -> who != Who.OTHERS)
                .findFirst()
                .orElse(Who.OTHERS);
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    /** Shares in per cent, the largest first. */
    String text() {
        double all = samples.values().stream().mapToLong(Long::longValue).sum();
        return samples.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(each -> String.format(
                        Locale.ROOT, "%s %.0f %%", each.getKey().description, 100 * each.getValue() / all))
                .collect(Collectors.joining(", "));
    }
}
