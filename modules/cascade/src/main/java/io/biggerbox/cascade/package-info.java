/** The second reader of the cascade: a sentence model for what the fast reader is unsure of. */
@NullMarked
package io.biggerbox.cascade;

import org.jspecify.annotations.NullMarked;
