package io.biggerbox.topologies.detect;

import java.util.HashSet;
import java.util.Set;

/**
 * How much there is to decide, or may be decided at once. Cells count, and products do more: to read and write the state of one
 * takes about as long as ten cells do.
 */
final class Workload {

    /** Cells that take as long as a product. */
    private static final int CELLS_A_PRODUCT = 10;

    private final int products;
    private final Set<String> seen = new HashSet<>();
    private long cells;

    /**
     * Nothing so far.
     *
     * @param products that make it full, with one cell each or none
     */
    Workload(int products) {
        this.products = products;
    }

    /** Counts a cell of {@code product}. */
    void cell(String product) {
        cells++;
        seen.add(product);
    }

    /** Whether it is as much as may be decided at once. */
    boolean isFull() {
        return seen.size() + cells / CELLS_A_PRODUCT >= products;
    }
}
