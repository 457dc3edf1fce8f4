package io.biggerbox.cli;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.cli.stack.TaxonomyOption;
import io.biggerbox.events.topics.TopicSpec;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.events.wire.RegistryConnection;
import io.biggerbox.service.BiggerBoxService;
import io.biggerbox.service.TopicAdmin;
import io.biggerbox.text.taxonomy.Theme;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What can be done with topics. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = "Creates and lists the topics.",
        subcommands = {TopicsCommand.Create.class, TopicsCommand.ListTopics.class})
final class TopicsCommand {

    private static final int MILLIS_TO_ANSWER = 10_000;

    /** Filled in by picocli. */
    TopicsCommand() {}

    /** Options of both. */
    static final class Layout {

        @Mixin
        private ConnectionOptions connection = new ConnectionOptions();

        @Mixin
        private TaxonomyOption taxonomy = new TaxonomyOption();

        @Option(names = "--partitions", defaultValue = "4", description = "Default: ${DEFAULT-VALUE}")
        private int partitions;

        @Option(names = "--replication", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
        private short replication;

        /** Filled in by picocli. */
        Layout() {}

        List<TopicSpec> specs() {
            Set<String> teams = taxonomy.load().themes().stream()
                    .map(Theme::team)
                    .filter(team -> !team.isBlank())
                    .collect(Collectors.toCollection(TreeSet::new));
            try (RegistryConnection registry = RegistryConnection.connect(connection.wire())) {
                Topics topics = BiggerBoxService.topics(partitions, registry);
                return BiggerBoxService.specs(topics, teams);
            }
        }

        <T> T withTopics(Function<TopicAdmin, T> action) {
            Map<String, Object> client = connection.client();
            client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MILLIS_TO_ANSWER);
            client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLIS_TO_ANSWER / 2);
            try (Admin admin = Admin.create(client)) {
                return action.apply(new TopicAdmin(admin, replication));
            } catch (TimeoutException e) {
                throw new CommandFailedException(
                        "no broker answers at " + connection.bootstrapServers() + ". Start a stack with: biggerbox up");
            }
        }
    }

    /** Creates what is missing. */
    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Creates the topics that are missing and checks the others: partitions, copies, clean-up.")
    static final class Create implements Callable<Integer> {

        @Mixin
        private Layout layout = new Layout();

        @Spec
        private CommandSpec spec;

        @SuppressWarnings("NullAway.Init") // filled in by picocli
        Create() {}

        @Override
        public Integer call() {
            List<TopicSpec> specs = layout.specs();
            List<String> created = layout.withTopics(topics -> topics.ensure(specs));
            PrintWriter out = spec.commandLine().getOut();
            created.forEach(name -> out.println("created " + name));
            out.println(specs.size() + " topics are as they must be, " + created.size() + " of them new");
            out.flush();
            return 0;
        }
    }

    /** Lists all. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the topics and what each is for.")
    static final class ListTopics implements Callable<Integer> {

        @Mixin
        private Layout layout = new Layout();

        @Option(names = "--json", description = "Prints one JSON object a line.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @SuppressWarnings("NullAway.Init") // filled in by picocli
        ListTopics() {}

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            Set<String> existing = layout.withTopics(TopicAdmin::existing);
            for (TopicSpec topic : layout.specs()) {
                boolean exists = existing.contains(topic.name());
                if (json) {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("name", topic.name());
                    line.put("exists", exists);
                    line.put("partitions", topic.partitions());
                    line.put("config", topic.fullConfig());
                    line.put("purpose", topic.purpose());
                    out.println(Json.line(line));
                } else {
                    out.printf(
                            "%-28s %-8s %2d partitions, %-7s  %s%n",
                            topic.name(),
                            exists ? "exists" : "missing",
                            topic.partitions(),
                            topic.cleanup().policy(),
                            topic.purpose());
                }
            }
            out.flush();
            return 0;
        }
    }
}
