package io.biggerbox.intake;

import org.jspecify.annotations.Nullable;

/**
 * One format: from the content of an intact row to a draft.
 *
 * @param <T> what an intact row holds
 */
@FunctionalInterface
interface RowMapper<T> {

    /**
     * The draft, or null when the row is left out on purpose.
     *
     * @throws RowFaultException when the row cannot be used
     */
    @Nullable
    Draft map(T row);
}
