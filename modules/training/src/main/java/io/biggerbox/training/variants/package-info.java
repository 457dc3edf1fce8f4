/** Further texts to learn from, made of those that are there. */
@NullMarked
package io.biggerbox.training.variants;

import org.jspecify.annotations.NullMarked;
