package io.biggerbox.text.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is listed under some stems: everything in one list, in which each stem has a range. Most stems have none, and that
 * costs two looks into an array. Immutable.
 *
 * @param <T> what is listed
 */
public final class StemIndex<T> {
    /** Where the range of each stem starts; the first entry is for {@link Stems#NONE}. */
    private final int[] starts;

    private final List<T> listed;

    /** @param lists what is listed under the stem with a number of {@link Stems} */
    public StemIndex(Map<Integer, List<T>> lists) {
        int size = 0;
        for (int stem : lists.keySet()) {
            size = Math.max(size, stem + 1);
        }
        this.starts = new int[size + 2];
        this.listed = new ArrayList<>();
        for (int stem = 0; stem < size; stem++) {
            starts[stem + 1] = listed.size();
            listed.addAll(lists.getOrDefault(stem, List.of()));
        }
        starts[size + 1] = listed.size();
    }

    /** Number of all that is listed. */
    public int size() {
        return listed.size();
    }

    /** Start of the range of a stem. */
    public int from(int stem) {
        return stem + 2 < starts.length ? starts[stem + 1] : 0;
    }

    /** End of the range of a stem. */
    public int to(int stem) {
        return stem + 2 < starts.length ? starts[stem + 2] : 0;
    }

    /** What is listed at a place within a range. */
    public T at(int place) {
        return listed.get(place);
    }
}
