package io.biggerbox.devstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A stack and a writer in one JVM, which dies with the acknowledgement of the writer's only transaction. */
final class DyingWriter {
    private static final int STATUS = 9;

    private DyingWriter() {}

    /** What the child runs: data directory, topic, values. */
    public static void main(String[] args) throws Exception {
        DevStack stack = DevStack.start(DevStackSettings.onFreePorts(Path.of(args[0])));
        String servers = stack.bootstrapServers();
        Clients.createTopic(servers, args[1]);
        Map<String, Object> config =
                Map.of("bootstrap.servers", servers, "acks", "all", "transactional.id", "dying-writer");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (String value : Arrays.asList(args).subList(2, args.length)) {
                // One that fails makes the commit fail.
                Future<?> unused = producer.send(new ProducerRecord<>(args[1], value, value));
            }
            producer.commitTransaction();
            Runtime.getRuntime().halt(STATUS);
        }
    }

    static void run(Path directory, String topic, List<String> values) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(directory.toString(), topic));
        arguments.addAll(values);
        Process process = StackProcess.java(DyingWriter.class, arguments.toArray(String[]::new));
        if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != STATUS) {
            process.destroyForcibly();
            throw new IllegalStateException("the child process did not die of its commit");
        }
    }
}
