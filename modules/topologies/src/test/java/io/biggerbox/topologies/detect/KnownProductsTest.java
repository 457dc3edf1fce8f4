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
    private static final int ALL = Integer.MAX_VALUE;
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
        assertThat(products.due(HOUR, ALL, Set.of())).isEmpty();
        assertThat(products.due(90 * HOUR, ALL, Set.of())).isEmpty();
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
        assertThat(products.due(4 * HOUR, ALL, Set.of())).isEmpty();
        assertThat(products.due(5 * HOUR, ALL, Set.of())).containsExactly("box");
        looks.put("box", 24L);
        assertThat(products.due(23 * HOUR, ALL, Set.of())).isEmpty();
        assertThat(products.due(24 * HOUR, ALL, Set.of())).containsExactly("box");
        assertThat(asked).containsExactly("bag", "box", "box");
    }

    @Test
    void whoHasHeardIsLeftOut() {
        looks.put("box", 5L);
        products.wake("box", MARK);
        assertThat(products.due(6 * HOUR, ALL, Set.of("box"))).isEmpty();
        assertThat(products.due(7 * HOUR, ALL, Set.of())).containsExactly("box");
    }

    @Test
    void nobodyIsLookedAtWithinAnHour() {
        looks.put("box", 0L);
        products.wake("box", MARK);
        assertThat(products.due(HOUR, ALL, Set.of())).containsExactly("box");
        asked.clear();
        assertThat(products.due(2 * HOUR - 1, ALL, Set.of())).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void aRoundThatIsCutLooksAtEachOnceAndTheNextBeginsInTheHourThatIsThen() {
        for (int i = 0; i < 7; i++) {
            looks.put("p" + i, 5L);
            products.wake("p" + i, MARK);
        }
        assertThat(products.due(5 * HOUR, 3, Set.of("p1"))).containsExactly("p0", "p2", "p3");
        assertThat(products.isUnderWay()).isTrue();
        products.wake("p2", MARK);
        products.wake("p9", MARK);
        assertThat(products.due(6 * HOUR, 3, Set.of("p5"))).containsExactly("p4", "p6");
        assertThat(products.isUnderWay()).isFalse();
        assertThat(asked).containsExactly("p0", "p2", "p3", "p4", "p6", "p9");
        assertThat(products.due(6 * HOUR, ALL, Set.of())).containsExactly("p0", "p1", "p2", "p3", "p4", "p5", "p6");
    }

    @Test
    void thoseThatAreOnlyAskedCountToo() {
        for (int i = 0; i < 4; i++) {
            products.wake("p" + i, MARK);
        }
        assertThat(products.due(5 * HOUR, 3, Set.of())).isEmpty();
        assertThat(asked).hasSize(3);
        assertThat(products.isUnderWay()).isTrue();
    }

    @Test
    void whoWasHeardOfIsKnown() {
        assertThat(products.knows("box")).isFalse();
        products.wake("box", MARK);
        assertThat(products.knows("box")).isTrue();
        products.due(HOUR, ALL, Set.of());
        assertThat(products.knows("box")).isTrue();
    }

    @Test
    void afterAStartEverybodyIsAsked() {
        looks.put("box", 5L);
        products.wake("box", MARK);
        products.wake("bag", MARK);
        KnownProducts again = start();
        assertThat(again.wake("bag", MARK)).isFalse();
        assertThat(again.due(6 * HOUR, ALL, Set.of())).containsExactly("box");
        assertThat(again.wake("bag", MARK)).isTrue();
    }
}
