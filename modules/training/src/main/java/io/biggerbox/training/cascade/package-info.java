/** What the cascade learns: a head of its sentence model, and when to ask it. */
@NullMarked
package io.biggerbox.training.cascade;

import org.jspecify.annotations.NullMarked;
