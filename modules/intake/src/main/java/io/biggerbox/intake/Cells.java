package io.biggerbox.intake;

import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A row of named values, wherever it comes from: what a column map works on. */
interface Cells {

    /** The value as text; null when it is blank or there is no such name. */
    @Nullable
    String get(String name);

    /** All values that are single texts or numbers, by name, but those under the names given. */
    SortedMap<String, String> rest(Set<String> without);
}
