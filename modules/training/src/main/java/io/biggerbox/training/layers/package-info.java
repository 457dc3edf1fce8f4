/** What networks are made of while they learn: layers, sums and steps. One thread, always the same order. */
@NullMarked
package io.biggerbox.training.layers;

import org.jspecify.annotations.NullMarked;
