/**
 * Records on the wire: Avro in Confluent's format (a zero byte, the schema id as four bytes, the binary value), with the
 * schemas kept in a registry. A record that cannot be read and a registry that cannot be reached are different exceptions:
 * the first belongs in the dead letters, the second must stop the reader, or good records would be lost with it.
 */
@NullMarked
package io.biggerbox.events.wire;

import org.jspecify.annotations.NullMarked;
