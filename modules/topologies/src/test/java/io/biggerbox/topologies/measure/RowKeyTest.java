package io.biggerbox.topologies.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.Grain;
import io.biggerbox.topologies.ledger.Days;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RowKeyTest {

    private static RowKey key(String product, String part) {
        return new RowKey(Table.THEME, product, part, Grain.DAY, Days.of(Instant.parse("2026-03-02T12:00:00Z")));
    }

    @Test
    void readsLikeAPath() {
        assertThat(key("Box", "app.login").text()).isEqualTo("Box|app.login|DAY|2026-03-02T00:00:00Z");
    }

    @Test
    void barsInNamesAreEscaped() {
        assertThat(key("Box|100%", "a%7Cb").text()).isEqualTo("Box%7C100%25|a%257Cb|DAY|2026-03-02T00:00:00Z");
    }

    @Test
    void tablesDoNotShareKeysInAStore() {
        RowKey theme = key("Box", "x");
        RowKey experience = new RowKey(Table.EXPERIENCE, "Box", "x", Grain.DAY, theme.firstDay());
        assertThat(theme.storeKey()).isNotEqualTo(experience.storeKey());
    }

    @Property
    void everyKeyCanBeReadBack(
            @ForAll @Chars({'|', '%', '7', 'C', '2', '5', 'é', ' ', '\n'}) String product,
            @ForAll @Chars({'|', '%', '7', 'C', '2', '5', 'x'}) String part,
            @ForAll Table table,
            @ForAll Grain grain,
            @ForAll @IntRange(min = 7_000, max = 40_000) int day) {
        RowKey key = new RowKey(table, product, part, grain, day);
        assertThat(RowKey.parse(key.storeKey())).isEqualTo(key);
    }

    @Test
    void windowsThatEndOnTheSameDayLieSideBySideInAStore() {
        RowKey sunday = new RowKey(Table.THEME, "z", "z", Grain.DAY, 20_000);
        RowKey week = new RowKey(Table.EXPERIENCE, "a", "a", Grain.WEEK, 19_994);
        RowKey next = new RowKey(Table.EXPERIENCE, "a", "a", Grain.DAY, 20_001);
        assertThat(List.of(sunday.endDay(), week.endDay(), next.endDay())).containsExactly(20_001, 20_001, 20_002);
        assertThat(List.of(sunday.storeKey(), week.storeKey()))
                .allMatch(key -> key.compareTo(RowKey.storePrefix(20_001)) > 0)
                .allMatch(key -> key.compareTo(RowKey.storePrefix(20_002)) < 0);
        assertThat(next.storeKey()).isGreaterThan(RowKey.storePrefix(20_002));
    }

    /** It must never change: rows would be looked for where they are not. */
    @Test
    void aRowStaysInItsPartition() {
        assertThat(key("Box", "app.login").partition(1_000)).isEqualTo(609);
    }

    @Test
    void rowsOfABusyProductSpreadOverAllPartitions() {
        int[] rows = new int[4];
        for (int day = 20_000; day < 20_400; day++) {
            rows[new RowKey(Table.THEME, "Box", "x", Grain.DAY, day).partition(4)]++;
        }
        assertThat(Arrays.stream(rows).boxed()).allMatch(count -> count > 70 && count < 130);
    }

    /** Where a row is kept must never change: the others would begin it anew. */
    @Property
    void aRowStaysInItsPartition(
            @ForAll @Chars({'a', 'é', '|'}) String product,
            @ForAll Table table,
            @ForAll Grain grain,
            @ForAll @IntRange(min = 7_000, max = 40_000) int day) {
        int hash = List.of(product, "x", table.name(), grain.name(), day).hashCode();
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        assertThat(new RowKey(table, product, "x", grain, day).partition(7))
                .isEqualTo(Math.floorMod(hash ^ (hash >>> 16), 7));
    }
}
