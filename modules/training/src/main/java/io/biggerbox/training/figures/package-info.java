/** Measures learned themes on public data sets. */
@NullMarked
package io.biggerbox.training.figures;

import org.jspecify.annotations.NullMarked;
