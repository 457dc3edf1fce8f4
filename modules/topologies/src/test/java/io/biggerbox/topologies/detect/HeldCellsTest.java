package io.biggerbox.topologies.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.topologies.TestStores;
import io.biggerbox.topologies.state.CellDelta;
import io.biggerbox.topologies.stores.StateSerde;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
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

    private static int mentions(List<CellDelta> ready) {
        return ready.stream().mapToInt(CellDelta::getMentions).sum();
    }

    @Test
    void whatComesAndGoesBetweenTwoCommitsIsNeverWritten() {
        KeyValueStore<String, CellDelta> store = store();
        HeldCells held = new HeldCells(store);
        held.add(cell("Box", "small", 7, 1));
        held.add(cell("Box", "small", 7, 2));
        assertThat(held.release(6)).isEmpty();
        assertThat(held.release(7))
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
        assertThat(mentions(again.release(7))).isEqualTo(3);
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
        assertThat(held.release(7)).singleElement().satisfies(cell -> {
            assertThat(cell.getCustomers()).containsExactly(12L, 14L);
            assertThat(cell.getGone()).isEmpty();
        });
    }

    /** Whatever is committed and restarted in between, everything is released once, when its hour has come. */
    @Property(tries = 100)
    void everythingIsReleasedOnce(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        KeyValueStore<String, CellDelta> store = store();
        HeldCells held = new HeldCells(store);
        Map<Long, Integer> waiting = new TreeMap<>();
        long now = 0;
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(8)) {
                case 0 -> held.write();
                case 1 -> {
                    held.write();
                    held = new HeldCells(store);
                }
                case 2, 3 -> {
                    now += random.nextInt(3);
                    int due = 0;
                    for (long hour = 0; hour <= now; hour++) {
                        Integer mentions = waiting.remove(hour);
                        due += mentions == null ? 0 : mentions;
                    }
                    assertThat(mentions(held.release(now))).isEqualTo(due);
                }
                default -> {
                    long hour = now + 1 + random.nextInt(5);
                    held.add(cell("P" + random.nextInt(3), "t" + random.nextInt(2), hour, 1));
                    waiting.merge(hour, 1, Integer::sum);
                }
            }
        }
    }
}
