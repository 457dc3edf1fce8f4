/** Themes that were learned from examples, beside those that phrases and terms find. */
@NullMarked
package io.biggerbox.text.learned;

import org.jspecify.annotations.NullMarked;
