/** Makes the list of names that redaction uses. */
@NullMarked
package io.biggerbox.training.names;

import org.jspecify.annotations.NullMarked;
