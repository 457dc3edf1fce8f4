package io.biggerbox.topologies.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.topologies.TestStores;
import io.biggerbox.topologies.state.SourceMark;
import io.biggerbox.topologies.stores.StateSerde;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class KnownProductsTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final SourceMark MARK = new SourceMark(0L, 0L);

    private final KeyValueStore<String, SourceMark> store =
            TestStores.store(new MockProcessorContext<>(), "products", new StateSerde<>(SourceMark.class));
    private final Map<String, Long> looks = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final KnownProducts products = start();

    private KnownProducts start() {
        return new KnownProducts(store, product -> {
            asked.add(product);
            Long look = looks.get(product);
            return look == null ? null : Instant.ofEpochMilli(look * HOUR);
        });
    }

    @Test
    void whoWaitsForNothingSleepsUntilSomethingIsSaid() {
        assertThat(products.wake("box", MARK)).isFalse();
        assertThat(products.due(0, HOUR, Set.of())).isEmpty();
        assertThat(products.due(HOUR, 90 * HOUR, Set.of())).isEmpty();
        assertThat(asked).containsExactly("box");
        assertThat(products.wake("box", MARK)).isTrue();
        assertThat(products.wake("box", MARK)).isFalse();
        assertThat(products.all()).containsExactly("box");
    }

    @Test
    void theOthersAreDueWhenTheEngineSaysSoAndThenAskedAgain() {
        looks.put("box", 5L);
        products.wake("box", MARK);
        products.wake("bag", MARK);
        assertThat(products.due(0, 4 * HOUR, Set.of())).isEmpty();
        assertThat(products.due(4 * HOUR, 5 * HOUR, Set.of())).containsExactly("box");
        looks.put("box", 24L);
        assertThat(products.due(5 * HOUR, 23 * HOUR, Set.of())).isEmpty();
        assertThat(products.due(23 * HOUR, 24 * HOUR, Set.of())).containsExactly("box");
        assertThat(asked).containsExactly("bag", "box", "box");
    }

    @Test
    void whoHasHeardIsLeftOut() {
        looks.put("box", 5L);
        products.wake("box", MARK);
        assertThat(products.due(0, 6 * HOUR, Set.of("box"))).isEmpty();
        assertThat(products.due(6 * HOUR, 7 * HOUR, Set.of())).containsExactly("box");
    }

    @Test
    void nobodyIsLookedAtWithinAnHour() {
        looks.put("box", 0L);
        products.wake("box", MARK);
        assertThat(products.due(HOUR, 2 * HOUR - 1, Set.of())).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void afterAStartEverybodyIsAsked() {
        looks.put("box", 5L);
        products.wake("box", MARK);
        products.wake("bag", MARK);
        KnownProducts again = start();
        assertThat(again.wake("bag", MARK)).isFalse();
        assertThat(again.due(0, 6 * HOUR, Set.of())).containsExactly("box");
        assertThat(again.wake("bag", MARK)).isTrue();
    }
}
