package io.biggerbox.cli.stack;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.events.wire.RegistryConnection;
import io.biggerbox.service.BiggerBoxService;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.AuthenticationException;

/** A stack that answers. */
public final class Connection implements AutoCloseable {

    private static final long SECONDS_TO_ANSWER = 10;

    /** Where it is, the others are. */
    private static final String FEEDBACK = "voc.feedback";

    private final RegistryConnection registry;
    private final Topics topics;
    private final ConnectionOptions options;
    private final Map<String, Object> client;

    private Connection(RegistryConnection registry, Topics topics, ConnectionOptions options) {
        this.registry = registry;
        this.topics = topics;
        this.options = options;
        this.client = options.client();
    }

    /**
     * Connects, and makes sure that the brokers answer and that the topics exist.
     *
     * @throws CommandFailedException if they do not
     */
    public static Connection open(ConnectionOptions options) {
        return open(options, partitions(options));
    }

    /** Connects to topics of which somebody knows already how many partitions they have. */
    static Connection open(ConnectionOptions options, int partitions) {
        RegistryConnection registry = RegistryConnection.connect(options.wire());
        return new Connection(registry, BiggerBoxService.topics(partitions, registry), options);
    }

    private static int partitions(ConnectionOptions options) {
        return partitionsIfAny(options)
                .orElseThrow(() -> new CommandFailedException("the brokers at " + options.bootstrapServers()
                        + " have no Bigger Box topics: create them with: biggerbox topics create"));
    }

    /** How many partitions our topics have; empty on brokers without them. */
    static OptionalInt partitionsIfAny(ConnectionOptions options) {
        return ask(options, admin -> {
            if (!topicNames(admin).contains(FEEDBACK)) {
                return OptionalInt.empty();
            }
            TopicDescription described = admin.describeTopics(List.of(FEEDBACK))
                    .allTopicNames()
                    .get(SECONDS_TO_ANSWER, TimeUnit.SECONDS)
                    .get(FEEDBACK);
            return OptionalInt.of(
                    Objects.requireNonNull(described, FEEDBACK).partitions().size());
        });
    }

    /** Those of {@code wanted} that the brokers have. */
    public Set<String> existing(Set<String> wanted) {
        return ask(options, admin -> {
            Set<String> existing = new TreeSet<>(wanted);
            existing.retainAll(topicNames(admin));
            return existing;
        });
    }

    /** A question to the brokers. */
    private interface Question<T> {

        T ask(Admin admin) throws InterruptedException, ExecutionException, TimeoutException;
    }

    private static <T> T ask(ConnectionOptions options, Question<T> question) {
        Properties properties = new Properties();
        properties.putAll(options.client());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(SECONDS_TO_ANSWER * 1000));
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, String.valueOf(SECONDS_TO_ANSWER * 500));
        try (Admin admin = Admin.create(properties)) {
            return question.ask(admin);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthenticationException refusal) {
                throw refusal;
            }
            throw noAnswer(options);
        } catch (TimeoutException e) {
            throw noAnswer(options);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("interrupted");
        }
    }

    private static CommandFailedException noAnswer(ConnectionOptions options) {
        return new CommandFailedException("no broker answers at " + options.bootstrapServers()
                + ". Start a stack with: biggerbox up; brokers that demand TLS or a password need --client-config");
    }

    private static Set<String> topicNames(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        return admin.listTopics().names().get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
    }

    /** The public topics. */
    public Topics topics() {
        return topics;
    }

    /** Settings of a Kafka client that connects here. */
    public Map<String, Object> client() {
        return client;
    }

    @Override
    public void close() {
        registry.close();
    }
}
