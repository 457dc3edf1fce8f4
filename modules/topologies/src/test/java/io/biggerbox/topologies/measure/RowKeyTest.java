package io.biggerbox.topologies.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.Grain;
import io.biggerbox.topologies.ledger.Days;
import java.time.Instant;
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
}
