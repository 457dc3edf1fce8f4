package io.biggerbox.service.access;

import static org.apache.kafka.common.acl.AclOperation.ALL;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.Topics;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;

/**
 * Who works with the topics. Raw words of customers are in the inputs and the dead letters: of all roles only the
 * applications and operators may read them.
 */
public enum Role {
    /** The processes that `biggerbox run` starts. */
    APPLICATIONS("the applications themselves") {
        @Override
        Stream<Grant> own(Topics topics) {
            return Stream.concat(
                    Stream.of(
                            Grant.prefixed(TOPIC, PUBLIC, READ, CREATE, DESCRIBE_CONFIGS),
                            Grant.prefixed(TOPIC, TEAMS, WRITE),
                            Grant.prefixed(TOPIC, INTERNAL, ALL),
                            Grant.prefixed(GROUP, INTERNAL, ALL),
                            Grant.prefixed(TRANSACTIONAL_ID, INTERNAL, WRITE, DESCRIBE)),
                    Grant.topics(
                            names(
                                    topics.feedback(),
                                    topics.themeStats(),
                                    topics.experienceStats(),
                                    topics.alerts(),
                                    topics.taxonomy(),
                                    topics.corrections(),
                                    topics.themeCandidates(),
                                    topics.deadLetters()),
                            WRITE));
        }
    },
    /** Importers and webhooks. */
    SOURCE("writes reviews, tickets and surveys, and reads nothing") {
        @Override
        Stream<Grant> own(Topics topics) {
            return Grant.topics(names(topics.reviews(), topics.tickets(), topics.surveys()), WRITE);
        }
    },
    /** Who has to change something. */
    TEAM("reads alerts and answers them") {
        @Override
        Stream<Grant> own(Topics topics) {
            return Stream.concat(
                    Grant.topics(names(topics.alerts()), READ),
                    Stream.concat(
                            Stream.of(Grant.prefixed(TOPIC, TEAMS, READ)),
                            Grant.topics(names(topics.commands()), WRITE)));
        }
    },
    /** Who minds the themes. */
    ANALYST("reads what has been read, and looks after themes and labels") {
        @Override
        Stream<Grant> own(Topics topics) {
            return Stream.concat(
                    Grant.topics(
                            names(
                                    topics.feedback(),
                                    topics.themeStats(),
                                    topics.experienceStats(),
                                    topics.alerts(),
                                    topics.commands(),
                                    topics.themeCandidates()),
                            READ),
                    Grant.topics(names(topics.taxonomy(), topics.corrections(), topics.themeDecisions()), READ, WRITE));
        }
    },
    /** Connectors to a warehouse. */
    BI("reads aggregates and alerts") {
        @Override
        Stream<Grant> own(Topics topics) {
            return Grant.topics(names(topics.themeStats(), topics.experienceStats(), topics.alerts()), READ);
        }
    },
    /** Who erases, resets and looks at dead letters. */
    OPERATOR("may do everything with what is ours") {
        @Override
        Stream<Grant> own(Topics topics) {
            return Stream.of(
                    Grant.prefixed(TOPIC, PUBLIC, ALL),
                    Grant.prefixed(TOPIC, INTERNAL, ALL),
                    Grant.prefixed(GROUP, INTERNAL, ALL),
                    Grant.prefixed(TRANSACTIONAL_ID, INTERNAL, ALL));
        }
    };

    private static final String PUBLIC = "voc.";
    private static final String TEAMS = "voc.alerts.";
    private static final String INTERNAL = "biggerbox-";

    private final String description;

    Role(String description) {
        this.description = description;
    }

    /** What it does, in a few words. */
    public String description() {
        return description;
    }

    abstract Stream<Grant> own(Topics topics);

    /**
     * What it may do.
     *
     * @param topics of the installation
     * @param groups how the names of its own consumer groups begin
     */
    public List<Grant> grants(Topics topics, String groups) {
        if (groups.isBlank()) {
            throw new IllegalArgumentException("the beginning of group names is empty: that would be all groups");
        }
        Stream<Grant> everybody = Stream.concat(
                // by its partitions every command knows the others'
                Grant.topics(names(topics.feedback()), DESCRIBE), Stream.of(Grant.prefixed(GROUP, groups, READ)));
        return Stream.concat(own(topics), everybody).toList();
    }

    /**
     * The same as the brokers keep it.
     *
     * @param principal for instance {@code User:shop-team}
     */
    public List<AclBinding> bindings(Topics topics, String groups, String principal) {
        return grants(topics, groups).stream()
                .flatMap(grant -> grant.bindings(principal).stream())
                .toList();
    }

    private static Stream<String> names(Topic<?, ?>... topics) {
        return Stream.of(topics).map(Topic::name);
    }
}
