package io.biggerbox.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.topologies.errors.UndecodableRecordHandler;
import io.biggerbox.topologies.errors.UnprocessableRecordHandler;
import io.biggerbox.topologies.errors.UnwritableRecordHandler;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsPropertiesTest {

    private static Properties with(Map<String, String> operator) {
        return StreamsProperties.of(Application.DETECT, "voc.dead-letters", operator);
    }

    @Test
    void whatTheApplicationsRelyOnIsSet() {
        StreamsConfig config = new StreamsConfig(with(Map.of("bootstrap.servers", "b:1")));
        assertThat(config.getString("application.id")).isEqualTo("biggerbox-detect");
        assertThat(config.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
        assertThat(config.getString("errors.dead.letter.queue.topic.name")).isEqualTo("voc.dead-letters");
        assertThat(config.deserializationExceptionHandler()).isInstanceOf(UndecodableRecordHandler.class);
        assertThat(config.processingExceptionHandler()).isInstanceOf(UnprocessableRecordHandler.class);
        assertThat(config.productionExceptionHandler()).isInstanceOf(UnwritableRecordHandler.class);
        assertThat(config.getBoolean("processing.exception.handler.global.enabled"))
                .isTrue();
        assertThat(config.getBoolean("ensure.explicit.internal.resource.naming"))
                .isTrue();
        assertThat(config.getMainConsumerConfigs("g", "c", 0))
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("isolation.level", "read_committed");
        Map<String, Object> producer = config.getProducerConfigs("c");
        assertThat(producer).containsEntry("transaction.timeout.ms", "15000");
        assertThat(Integer.parseInt(String.valueOf(producer.get("max.request.size"))))
                .isGreaterThan(4 << 20);
    }

    @Test
    void theOperatorMayTuneTheRest() {
        Properties properties = with(Map.of("num.stream.threads", "7", "producer.compression.type", "zstd"));
        assertThat(properties)
                .containsEntry("num.stream.threads", "7")
                .containsEntry("producer.compression.type", "zstd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application.id",
                "processing.guarantee",
                "errors.dead.letter.queue.topic.name",
                "deserialization.exception.handler",
                "processing.exception.handler",
                "production.exception.handler",
                "processing.exception.handler.global.enabled",
                "ensure.explicit.internal.resource.naming",
                "default.timestamp.extractor",
            })
    void whatTheApplicationsOwnIsRefused(String name) {
        assertThatThrownBy(() -> with(Map.of(name, "x")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("remove it");
    }

    /** Older names of what is owned: Kafka Streams would still obey them, or say nothing and ignore them. */
    @ParameterizedTest
    @ValueSource(strings = {"default.deserialization.exception.handler", "default.production.exception.handler"})
    void olderNamesOfItAreRefusedToo(String name) {
        assertThatThrownBy(() -> with(Map.of(name, "x")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(name);
    }
}
