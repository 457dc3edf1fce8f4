package io.biggerbox.benchmarks.load;

import io.biggerbox.events.Review;
import io.biggerbox.events.Ticket;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.TopicSpec;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.events.wire.RegistryConnection;
import io.biggerbox.events.wire.WireSettings;
import io.biggerbox.service.BiggerBoxService;
import io.biggerbox.service.GroupLag;
import io.biggerbox.service.TopicAdmin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Broker and registry in a process of their own, or with the applications, and what stands on their topics. */
final class LoadBroker implements AutoCloseable {

    private static final int HEAP = 512;

    /** That of {@code biggerbox up}. */
    private static final int HEAP_OF_EVERYTHING = 1024;

    private static final long PAUSE_MILLIS = 50;
    private static final short ONE = 1;

    private final Child process;
    private final String servers;
    private final String registryUrl;
    private final Admin admin;
    private final RegistryConnection registry;
    private final Topics topics;

    private LoadBroker(Child process, String servers, String registryUrl) {
        this.process = process;
        this.servers = servers;
        this.registryUrl = registryUrl;
        admin = Admin.create(client());
        registry = RegistryConnection.connect(WireSettings.of(registryUrl));
        topics = BiggerBoxService.topics(LoadNode.PARTITIONS, registry);
    }

    static LoadBroker start(Path folder) throws IOException, InterruptedException {
        Child process = Child.start(
                folder, HEAP, false, List.of("broker", folder.resolve("stack").toString()));
        return new LoadBroker(process, process.words().get(0), process.words().get(1));
    }

    /** All in one process, as {@code biggerbox up} runs it. */
    static LoadBroker startWithApplications(Path folder, int threads) throws IOException, InterruptedException {
        Child process = Child.start(
                folder,
                HEAP_OF_EVERYTHING,
                false,
                List.of("everything", folder.resolve("everything").toString(), String.valueOf(threads)));
        return new LoadBroker(process, process.words().get(0), process.words().get(1));
    }

    Child process() {
        return process;
    }

    String servers() {
        return servers;
    }

    String registryUrl() {
        return registryUrl;
    }

    Topics topics() {
        return topics;
    }

    GroupLag lag() {
        return new GroupLag(admin);
    }

    Map<String, Object> client() {
        Map<String, Object> client = new HashMap<>();
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
        return client;
    }

    /** A producer of values that are encoded already. */
    KafkaProducer<String, byte[]> producer() {
        Map<String, Object> config = client();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** A review as it is written. */
    ProducerRecord<String, byte[]> encode(ReviewLoad load, int number) {
        Review review = load.review(number);
        return encode(topics.reviews(), review.getCustomerId(), review);
    }

    /** A ticket as it is written. */
    ProducerRecord<String, byte[]> encodeTicket(ReviewLoad load, int number) {
        Ticket ticket = load.ticket(number);
        return encode(topics.tickets(), ticket.getCustomerId(), ticket);
    }

    private static <V> ProducerRecord<String, byte[]> encode(Topic<String, V> topic, String key, V value) {
        return new ProducerRecord<>(
                topic.name(), key, topic.valueSerde().serializer().serialize(topic.name(), value));
    }

    /** Creates all topics that are missing. */
    void createTopics() {
        List<TopicSpec> specs = BiggerBoxService.specs(topics, Set.of());
        new TopicAdmin(admin, ONE).ensure(specs);
        if (!names().contains(LoadNode.COPY_TOPIC)) {
            get(admin.createTopics(List.of(new NewTopic(LoadNode.COPY_TOPIC, LoadNode.PARTITIONS, ONE)))
                    .all());
        }
    }

    /** Writes the whole load. */
    void fill(ReviewLoad load) {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            for (int i = 0; i < load.records(); i++) {
                var unused = producer.send(encode(load, i));
            }
            producer.flush();
        }
    }

    /** Nothing stands on the input any more. */
    void clearInput() throws InterruptedException {
        remove(List.of(Stage.INPUT, topics.tickets().name()));
        createTopics();
    }

    /** Whatever a stage has left behind is gone: its groups, their internal topics, and what it writes. */
    void clear(Stage stage) throws InterruptedException {
        Collection<String> groups = stage.work().keySet();
        for (String group : groups) {
            try {
                admin.deleteConsumerGroups(List.of(group)).all().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                    throw new IllegalStateException("cannot delete group " + group, e.getCause());
                }
            }
        }
        List<String> doomed = new ArrayList<>();
        for (String name : names()) {
            boolean written = stage.outputs().contains(name)
                    || (stage.outputs().contains("voc.alerts") && name.startsWith("voc.alerts."));
            if (written || groups.stream().anyMatch(group -> name.startsWith(group + "-"))) {
                doomed.add(name);
            }
        }
        if (groups.stream().anyMatch(group -> group.startsWith("biggerbox-"))) {
            // notes on stores that are gone
            doomed.add("biggerbox-state");
            doomed.retainAll(names());
        }
        remove(doomed);
        createTopics();
    }

    private void remove(Collection<String> doomed) throws InterruptedException {
        get(admin.deleteTopics(doomed).all());
        while (names().stream().anyMatch(doomed::contains)) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private Set<String> names() {
        return get(admin.listTopics().names());
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refuses", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        registry.close();
        admin.close();
        process.close();
    }
}
