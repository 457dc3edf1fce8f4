package io.biggerbox.cli;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.events.wire.RegistryConnection;
import io.biggerbox.service.BiggerBoxService;
import io.biggerbox.service.access.Grant;
import io.biggerbox.service.access.Role;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.PatternType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets somebody in. */
@Command(
        name = "access",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what a role needs on brokers with access control, as calls of Kafka's own tool, or grants it.",
            "Roles: applications, source, team, analyst, bi, operator; see docs/operations.md."
        })
final class AccessCommand implements Callable<Integer> {

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}")
    private Role role = Role.TEAM;

    @Option(
            names = "--principal",
            paramLabel = "USER:NAME",
            required = true,
            description = "Who, as the brokers name them: User:shop-team")
    private String principal = "";

    @Option(
            names = "--group",
            paramLabel = "PREFIX",
            description = "How the names of their consumer groups begin. Default: the name of the principal")
    private @Nullable String group;

    @Option(names = "--apply", description = "Grants it, instead of printing what grants it.")
    private boolean apply;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    AccessCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        int colon = principal.indexOf(':');
        if (colon <= 0 || colon == principal.length() - 1) {
            throw new ParameterException(
                    spec.commandLine(), "--principal " + principal + " is not of the form User:NAME");
        }
        String groups = group == null ? principal.substring(colon + 1) : group;
        PrintWriter out = spec.commandLine().getOut();
        try (RegistryConnection registry = RegistryConnection.connect(connection.wire())) {
            Topics topics = BiggerBoxService.topics(1, registry);
            if (apply) {
                List<AclBinding> bindings = role.bindings(topics, groups, principal);
                grant(bindings);
                out.println("granted " + bindings.size() + " rights to " + principal + ", who " + role.description());
            } else {
                role.grants(topics, groups).forEach(grant -> out.println(line(grant)));
            }
        }
        out.flush();
        return 0;
    }

    private void grant(List<AclBinding> bindings) throws InterruptedException {
        try (Admin admin = Admin.create(connection.client())) {
            admin.createAcls(bindings).all().get();
        } catch (ExecutionException e) {
            throw new CommandFailedException("the brokers at " + connection.bootstrapServers() + " refuse: "
                    + Objects.requireNonNullElse(e.getCause(), e).getMessage());
        }
    }

    private String line(Grant grant) {
        String operations = grant.operations().stream()
                .sorted()
                .map(operation -> " --operation "
                        + operation.name().toLowerCase(Locale.ROOT).replace("_", ""))
                .collect(Collectors.joining());
        String type =
                grant.what().resourceType().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String pattern = grant.what().patternType() == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "";
        return "kafka-acls.sh --bootstrap-server " + connection.bootstrapServers() + " --add --allow-principal '"
                + principal + "'" + operations + " --" + type + " '"
                + grant.what().name() + "'" + pattern;
    }
}
