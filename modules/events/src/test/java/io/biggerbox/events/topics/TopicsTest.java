package io.biggerbox.events.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.events.wire.AvroSerde;
import io.biggerbox.events.wire.RegistryConnection;
import io.biggerbox.events.wire.WireSettings;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private static final int PARTITIONS = 6;

    private static Topics topics() {
        RegistryConnection registry =
                RegistryConnection.using(new MockSchemaRegistryClient(), WireSettings.of("mock://topics"));
        return new Topics(PARTITIONS, new SerdeFactory() {
            @Override
            public <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
                return new AvroSerde<>(registry, type);
            }
        });
    }

    @Test
    void theNamesAreThoseOfTheContract() {
        assertThat(topics().all())
                .extracting(io.biggerbox.events.topics.Topic::name)
                .containsExactly(
                        "voc.reviews",
                        "voc.tickets",
                        "voc.surveys",
                        "voc.feedback",
                        "voc.theme-stats",
                        "voc.experience-stats",
                        "voc.alerts",
                        "voc.commands",
                        "voc.taxonomy",
                        "voc.corrections",
                        "voc.theme-candidates",
                        "voc.theme-decisions",
                        "voc.erasures",
                        "voc.dead-letters")
                .allSatisfy(Topic::validate);
    }

    @Test
    void whatIsReadSideBySideHasTheSamePartitions() {
        assertThat(topics().all())
                .filteredOn(topic -> topic.spec().partitions() != PARTITIONS)
                .extracting(io.biggerbox.events.topics.Topic::name)
                .containsExactly(
                        "voc.taxonomy",
                        "voc.corrections",
                        "voc.theme-candidates",
                        "voc.theme-decisions",
                        "voc.erasures",
                        "voc.dead-letters");
    }

    @Test
    void tablesAreCompactedAndHistoryIsKeptForEver() {
        assertThat(topics().all()).allSatisfy(topic -> {
            Map<String, String> config = topic.spec().fullConfig();
            boolean table = topic.name()
                    .matches(
                            "voc\\.(theme-stats|experience-stats|alerts|taxonomy|corrections|theme-candidates|theme-decisions|erasures)");
            assertThat(config).as(topic.name()).containsEntry("cleanup.policy", table ? "compact" : "delete");
            if (!table && !topic.name().equals("voc.dead-letters")) {
                assertThat(config).as(topic.name()).containsEntry("retention.ms", "-1");
            }
            assertThat(topic.spec().purpose()).isNotBlank().endsWith(".");
        });
    }

    @Test
    void noInputTakesAnArrivalFromTheFuture() {
        Topics topics = topics();
        assertThat(List.of(topics.reviews(), topics.tickets(), topics.surveys(), topics.feedback(), topics.commands()))
                .allSatisfy(topic -> assertThat(topic.spec().fullConfig())
                        .as(topic.name())
                        .containsEntry("message.timestamp.after.max.ms", "3600000"));
    }

    @Test
    void deadLettersTakeWhateverTheInputsTake() {
        Topics topics = topics();
        String largest = topics.reviews().spec().fullConfig().get("max.message.bytes");
        assertThat(topics.deadLetters().spec().fullConfig()).containsEntry("max.message.bytes", largest);
        assertThat(topics.feedback().spec().fullConfig()).containsEntry("max.message.bytes", largest);
    }

    @Test
    void aTeamsTopicIsLikeTheAlertsOfAllTeams() {
        Topics topics = topics();
        TopicSpec team = topics.alertsOf("packaging").spec();
        assertThat(team.name()).isEqualTo("voc.alerts.packaging").isEqualTo(Topics.teamTopicName("packaging"));
        assertThat(team.partitions()).isEqualTo(PARTITIONS);
        assertThat(team.fullConfig()).isEqualTo(topics.alerts().spec().fullConfig());
    }

    @Test
    void aTopicNeedsAPartition() {
        assertThatThrownBy(() -> new TopicSpec("voc.x", "None.", 0, Cleanup.DELETE, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("voc.x");
    }
}
