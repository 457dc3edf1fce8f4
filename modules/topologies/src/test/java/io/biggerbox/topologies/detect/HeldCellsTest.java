package io.biggerbox.topologies.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.topologies.TestStores;
import io.biggerbox.topologies.state.CellDelta;
import io.biggerbox.topologies.state.CellQuote;
import io.biggerbox.topologies.stores.StateSerde;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeldCellsTest {

    private static final int STEPS = 200;

    private static KeyValueStore<String, CellDelta> store() {
        return TestStores.store(new MockProcessorContext<>(), "held", new StateSerde<>(CellDelta.class));
    }

    private static CellDelta cell(String product, String theme, long hour, int mentions) {
        CellDelta cell = Cells.empty(new CellKey(product, theme, hour, 20_000));
        cell.setMentions(mentions);
        return cell;
    }

    private static Workload all() {
        return new Workload(Integer.MAX_VALUE);
    }

    private static int mentions(List<CellDelta> ready) {
        return ready.stream().mapToInt(CellDelta::getMentions).sum();
    }

    @Test
    void whatComesAndGoesBetweenTwoCommitsIsNeverWritten() {
        KeyValueStore<String, CellDelta> store = store();
        HeldCells held = new HeldCells(store);
        held.add(cell("Box", "small", 7, 1));
        held.add(cell("Box", "small", 7, 2));
        assertThat(held.release(6, all())).isEmpty();
        assertThat(held.release(7, all()))
                .singleElement()
                .extracting(CellDelta::getMentions)
                .isEqualTo(3);
        held.write();
        assertThat(store.all()).toIterable().isEmpty();
    }

    @Test
    void whatWaitsOverACommitIsThereAfterARestart() {
        KeyValueStore<String, CellDelta> store = store();
        HeldCells held = new HeldCells(store);
        held.add(cell("Box", "small", 7, 1));
        held.write();
        HeldCells again = new HeldCells(store);
        again.add(cell("Box", "small", 7, 2));
        assertThat(mentions(again.release(7, all()))).isEqualTo(3);
        again.write();
        assertThat(store.all()).toIterable().isEmpty();
    }

    /** What has been read from a store or a topic has lists that do not take everything. */
    @Test
    void whoIsTakenBackAfterACommitNoLongerCounts() {
        KeyValueStore<String, CellDelta> store = store();
        HeldCells held = new HeldCells(store);
        CellDelta said = cell("Box", "small", 7, 2);
        said.setCustomers(new ArrayList<>(List.of(11L, 12L)));
        held.add(said);
        held.write();
        CellDelta back = cell("Box", "small", 7, -1);
        back.setGone(new ArrayList<>(List.of(11L, 13L)));
        StateSerde<CellDelta> serde = new StateSerde<>(CellDelta.class);
        held.add(serde.read(serde.write(back)));
        CellDelta again = cell("Box", "small", 7, 1);
        again.setCustomers(new ArrayList<>(List.of(13L, 14L)));
        held.add(serde.read(serde.write(again)));
        assertThat(held.release(7, all())).singleElement().satisfies(cell -> {
            assertThat(cell.getCustomers()).containsExactly(12L, 14L);
            assertThat(cell.getGone()).isEmpty();
        });
    }

    /** What is left of an hour when the work is full waits for the next time, and may grow until then. */
    @Test
    void noMoreIsTakenOutThanAskedForAndTheEarliestFirst() {
        KeyValueStore<String, CellDelta> store = store();
        HeldCells held = new HeldCells(store);
        for (int product = 0; product < 5; product++) {
            held.add(cell("P" + product, "small", 8, 1));
        }
        held.write();
        held.add(cell("P9", "small", 7, 1));
        assertThat(held.release(8, new Workload(3)))
                .extracting(CellDelta::getProduct)
                .containsExactly("P9", "P0", "P1");
        assertThat(held.firstHour()).isEqualTo(8);
        held.add(cell("P0", "small", 8, 5));
        held.add(cell("P2", "small", 8, 5));
        held.write();
        held = new HeldCells(store);
        assertThat(held.release(8, all()))
                .extracting(cell -> cell.getProduct() + " " + cell.getMentions())
                .containsExactlyInAnyOrder("P0 5", "P2 6", "P3 1", "P4 1");
        assertThat(held.firstHour()).isNull();
        held.write();
        assertThat(store.all()).toIterable().isEmpty();
    }

    @Test
    void whatWaitsOfOneProductCanBeHadAlone() {
        KeyValueStore<String, CellDelta> store = store();
        HeldCells held = new HeldCells(store);
        held.add(cell("Box", "small", 7, 1));
        held.add(cell("Boxes", "small", 7, 1));
        held.add(cell("Box", "small", 9, 1));
        held.write();
        held.add(cell("Box", "small", 7, 2));
        held.add(cell("Box", "late", 8, 4));
        held.add(cell("Bag", "small", 8, 1));
        assertThat(mentions(held.release("Box", 8))).isEqualTo(7);
        assertThat(held.release("Box", 8)).isEmpty();
        held.write();
        assertThat(mentions(held.release(9, all()))).isEqualTo(3);
    }

    @Test
    void theWordsOfTheErasedGoWithTheRestLeftAlone() {
        KeyValueStore<String, CellDelta> store = store();
        HeldCells held = new HeldCells(store);
        for (int i = 0; i < 3; i++) {
            CellDelta cell = cell("P" + i, "small", 7, 1);
            Cells.quote(cell, new CellQuote("too small " + i, 1L, "f" + i, "voc.reviews", 0, 1L));
            held.add(cell);
        }
        held.forget(Set.of("f0", "f2"));
        assertThat(held.release(7, all()))
                .flatExtracting(CellDelta::getQuotes)
                .extracting(CellQuote::getFeedbackId)
                .containsExactly("f1");
    }

    /** Whatever is committed and restarted in between, and however little is asked for, everything is released once, in order. */
    @Property(tries = 100)
    void everythingIsReleasedOnce(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        KeyValueStore<String, CellDelta> store = store();
        HeldCells held = new HeldCells(store);
        Map<String, Integer> waiting = new TreeMap<>();
        long now = 0;
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(8)) {
                case 0 -> held.write();
                case 1 -> {
                    held.write();
                    held = new HeldCells(store);
                }
                case 2 -> {
                    now += random.nextInt(3);
                    int most = 1 + random.nextInt(6);
                    long latest = Long.MIN_VALUE;
                    for (CellDelta cell : held.release(now, new Workload(most))) {
                        assertThat(cell.getHour()).isBetween(latest, now);
                        latest = cell.getHour();
                        waiting.merge(cell.getProduct() + cell.getHour(), -cell.getMentions(), Integer::sum);
                    }
                    waiting.values().removeIf(left -> left == 0);
                    @Nullable Long first = held.firstHour();
                    assertThat(first == null || first >= latest).isTrue();
                }
                case 3 -> {
                    String product = "P" + random.nextInt(3);
                    for (CellDelta cell : held.release(product, now)) {
                        assertThat(cell.getProduct()).isEqualTo(product);
                        waiting.merge(product + cell.getHour(), -cell.getMentions(), Integer::sum);
                    }
                    waiting.values().removeIf(left -> left == 0);
                    for (long hour = 0; hour <= now; hour++) {
                        assertThat(waiting).doesNotContainKey(product + hour);
                    }
                }
                default -> {
                    long hour = Math.max(0, now - 2 + random.nextInt(8));
                    String product = "P" + random.nextInt(3);
                    held.add(cell(product, "t" + random.nextInt(2), hour, 1));
                    waiting.merge(product + hour, 1, Integer::sum);
                }
            }
        }
        held.release(Long.MAX_VALUE - 1, all())
                .forEach(cell -> waiting.merge(cell.getProduct() + cell.getHour(), -cell.getMentions(), Integer::sum));
        waiting.values().removeIf(left -> left == 0);
        assertThat(waiting).isEmpty();
        held.write();
        assertThat(store.all()).toIterable().isEmpty();
    }
}
