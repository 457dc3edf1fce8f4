/**
 * Bytes of a file to rows: encodings, line numbers, quoted fields and JSON objects, in constant memory. Knows nothing of
 * events. Damage stays in the row it is in: the reader names the row and finds the next one.
 */
@NullMarked
package io.biggerbox.intake.read;

import org.jspecify.annotations.NullMarked;
