package io.biggerbox.text.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to some stems, found by their number. Immutable.
 *
 * @param <T> what belongs to a stem
 */
public final class StemTable<T> {
    private final List<@Nullable T> values;

    /** @param byNumber what belongs to the stem with a number of {@link Stems} */
    public StemTable(Map<Integer, T> byNumber) {
        int size = 0;
        for (int number : byNumber.keySet()) {
            size = Math.max(size, number + 1);
        }
        this.values = new ArrayList<>(size);
        for (int number = 0; number < size; number++) {
            values.add(byNumber.get(number));
        }
    }

    /** What belongs to the stem {@code number}; null if nothing does, as for {@link Stems#NONE}. */
    public @Nullable T get(int number) {
        return number >= 0 && number < values.size() ? values.get(number) : null;
    }
}
