package io.biggerbox.recurrence;

import java.time.Instant;
import java.util.List;

/**
 * What is new about one product.
 *
 * @param product the product
 * @param cells changes in complaints, in any order
 * @param volumes changes in volume, in any order
 * @param latestEventTime the latest event time in the batch: moves the product's clock
 * @param latestArrival the latest arrival in the batch: what an alert raised by it is stamped with
 */
public record ProductBatch(
        String product, List<Cell> cells, List<Volume> volumes, Instant latestEventTime, Instant latestArrival) {

    public ProductBatch {
        cells = List.copyOf(cells);
        volumes = List.copyOf(volumes);
    }
}
