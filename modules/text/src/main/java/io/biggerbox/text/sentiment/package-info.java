/** How tokens feel: an additive, explainable model over words and word pairs. */
@NullMarked
package io.biggerbox.text.sentiment;

import org.jspecify.annotations.NullMarked;
