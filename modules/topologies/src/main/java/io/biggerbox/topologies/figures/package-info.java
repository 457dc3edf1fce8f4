/** What tasks tell those who operate them, beside the metrics that Kafka Streams keeps itself. */
@NullMarked
package io.biggerbox.topologies.figures;

import org.jspecify.annotations.NullMarked;
