/** The public texts that models may learn from. */
@NullMarked
package io.biggerbox.training.corpora;

import org.jspecify.annotations.NullMarked;
