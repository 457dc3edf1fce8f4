/**
 * Text to reading: what a verbatim says about which theme, and how it feels about it.
 *
 * <p>Pure Java. Nothing here knows Kafka, Avro or a file on disk other than the resources it ships.
 */
@NullMarked
package io.biggerbox.text;

import org.jspecify.annotations.NullMarked;
