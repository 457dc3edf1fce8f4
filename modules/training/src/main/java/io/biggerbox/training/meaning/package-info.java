/** Makes the table of word meanings. */
@NullMarked
package io.biggerbox.training.meaning;

import org.jspecify.annotations.NullMarked;
