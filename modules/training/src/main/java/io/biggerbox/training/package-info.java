/**
 * Makes the model files that {@code text} ships.
 *
 * <p>A sentence model reads many texts once and slowly; a small network learns to say the same at stream speed. Nothing
 * of this runs in the stream.
 */
@NullMarked
package io.biggerbox.training;

import org.jspecify.annotations.NullMarked;
