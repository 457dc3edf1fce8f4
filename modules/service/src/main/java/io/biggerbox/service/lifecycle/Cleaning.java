package io.biggerbox.service.lifecycle;

import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.events.wire.RegistryConnection;
import io.biggerbox.service.ApplicationGroups;
import io.biggerbox.topologies.Application;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Removes everything of ours, and nothing else: names are compared whole, not by how they begin. */
public final class Cleaning {

    private static final Pattern TEAM_ALERTS = Pattern.compile("voc\\.alerts\\.[a-z0-9-]+");
    private static final String VALUE_SUBJECT = "-value";

    private final Admin admin;
    private final RegistryConnection registry;
    private final Topics topics;
    private final @Nullable Path state;

    /**
     * A cleaning that is done by {@link #run}.
     *
     * @param admin not closed here
     * @param registry not closed here
     * @param state folder of the stores on this machine; null when there is none
     */
    public Cleaning(Admin admin, RegistryConnection registry, Topics topics, @Nullable Path state) {
        this.admin = admin;
        this.registry = registry;
        this.topics = topics;
        this.state = state;
    }

    /**
     * What is ours.
     *
     * @param topics names of topics
     * @param groups consumer groups
     * @param subjects subjects of the schema registry
     * @param folders folders on this machine
     */
    public record Plan(Set<String> topics, List<String> groups, Set<String> subjects, List<Path> folders) {
        public Plan {
            topics = Set.copyOf(topics);
            groups = List.copyOf(groups);
            subjects = Set.copyOf(subjects);
            folders = List.copyOf(folders);
        }

        /** True when there is nothing. */
        public boolean isEmpty() {
            return topics.isEmpty() && groups.isEmpty() && subjects.isEmpty() && folders.isEmpty();
        }
    }

    /** Looks only. */
    public Plan plan() {
        try {
            Set<String> ours = admin.listTopics().names().get().stream()
                    .filter(this::isOurs)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> subjects = registry.client().getAllSubjects().stream()
                    .filter(subject -> subject.endsWith(VALUE_SUBJECT)
                            && isOurs(subject.substring(0, subject.length() - VALUE_SUBJECT.length())))
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Plan(
                    ours,
                    new ApplicationGroups(admin).existing(),
                    subjects,
                    state == null ? List.of() : StateFolders.of(state, EnumSet.allOf(Application.class)));
        } catch (ExecutionException e) {
            throw new KafkaException("the brokers refused", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        } catch (IOException | RestClientException e) {
            throw new KafkaException("the schema registry does not answer: " + e.getMessage(), e);
        }
    }

    private boolean isOurs(String topic) {
        return topics.all().stream().map(Topic::name).anyMatch(topic::equals)
                || topic.equals(StateJournal.SPEC.name())
                || TEAM_ALERTS.matcher(topic).matches()
                || EnumSet.allOf(Application.class).stream().anyMatch(each -> InternalTopics.belongTo(each, topic));
    }

    /**
     * Does it. What is gone already is no error, so it can be repeated.
     *
     * @throws io.biggerbox.service.RefusedException while an application runs
     */
    public void run(Plan plan) {
        new ApplicationGroups(admin).requireStopped("remove everything");
        try {
            admin.deleteTopics(plan.topics()).all().get();
            admin.deleteConsumerGroups(plan.groups()).all().get();
            for (String subject : plan.subjects()) {
                registry.client().deleteSubject(subject);
                registry.client().deleteSubject(Map.of(), subject, true);
            }
        } catch (ExecutionException e) {
            throw new KafkaException("the brokers refused", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted; clean again", e);
        } catch (IOException | RestClientException e) {
            throw new KafkaException("the schema registry did not delete a subject: " + e.getMessage(), e);
        }
        plan.folders().forEach(StateFolders::delete);
    }
}
