package io.biggerbox.topologies.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.topologies.TestStores;
import io.biggerbox.topologies.state.SourceMark;
import io.biggerbox.topologies.stores.StateSerde;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class ForgettingTest {

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final KeyValueStore<String, byte[]> waiting = TestStores.store(context, "forgetting", Serdes.ByteArray());
    private final KeyValueStore<String, SourceMark> products =
            TestStores.store(context, "products", new StateSerde<>(SourceMark.class));

    /** A product, and what it was asked to forget. */
    private record Call(String product, Set<String> ids) {}

    private final List<Call> calls = new ArrayList<>();

    /** What each pass took out of what had not reached the products. */
    private final List<Set<String>> passes = new ArrayList<>();

    private Forgetting start() {
        return new Forgetting(waiting, products, passes::add, (product, ids) -> calls.add(new Call(product, ids)));
    }

    private void products(int count) {
        for (int i = 0; i < count; i++) {
            products.put(String.format("p%06d", i), new SourceMark(0L, 0L));
        }
    }

    @Test
    void withNothingToForgetNobodyIsAsked() {
        products(3);
        assertThat(start().goOn()).isFalse();
        assertThat(calls).isEmpty();
    }

    @Test
    void allThatWaitsIsLookedForInOnePass() {
        products(3);
        Forgetting forgetting = start();
        forgetting.ask("f1");
        forgetting.ask("f2");
        assertThat(forgetting.goOn()).isTrue();
        assertThat(calls).extracting(Call::product).containsExactly("p000000", "p000001", "p000002");
        assertThat(calls).extracting(Call::ids).containsOnly(Set.of("f1", "f2"));
        assertThat(passes).containsExactly(Set.of("f1", "f2"));
        assertThat(forgetting.goOn()).isFalse();
        assertThat(waiting.approximateNumEntries()).isZero();
    }

    @Test
    void manyProductsAreLookedAtInTurnsAndEachOnce() {
        int count = 2 * Forgetting.PRODUCTS_AT_ONCE + 1;
        products(count);
        Forgetting forgetting = start();
        forgetting.ask("f1");
        for (int turn = 1; turn <= 3; turn++) {
            assertThat(waiting.get("f1")).isNotNull();
            assertThat(forgetting.goOn()).isTrue();
            assertThat(calls).hasSize(Math.min(count, turn * Forgetting.PRODUCTS_AT_ONCE));
        }
        assertThat(waiting.get("f1")).isNull();
        assertThat(calls).extracting(Call::product).doesNotHaveDuplicates();
    }

    @Test
    void whatIsAskedForMeanwhileIsLookedForInAPassOfItsOwn() {
        products(Forgetting.PRODUCTS_AT_ONCE + 1);
        Forgetting forgetting = start();
        forgetting.ask("f1");
        forgetting.goOn();
        forgetting.ask("f2");
        forgetting.goOn();
        assertThat(waiting.get("f2")).isNotNull();
        calls.clear();
        while (forgetting.goOn()) {}
        assertThat(calls).hasSize(Forgetting.PRODUCTS_AT_ONCE + 1);
        assertThat(calls).extracting(Call::ids).containsOnly(Set.of("f2"));
        assertThat(waiting.get("f2")).isNull();
    }

    @Test
    void aPassThatWasBrokenOffBeginsAgain() {
        products(Forgetting.PRODUCTS_AT_ONCE + 1);
        Forgetting before = start();
        before.ask("f1");
        before.goOn();
        calls.clear();
        Forgetting after = start();
        while (after.goOn()) {}
        assertThat(calls).hasSize(Forgetting.PRODUCTS_AT_ONCE + 1);
        assertThat(waiting.get("f1")).isNull();
    }
}
