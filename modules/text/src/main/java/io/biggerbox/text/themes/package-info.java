/** Which themes of a taxonomy a sentence touches. */
@NullMarked
package io.biggerbox.text.themes;

import org.jspecify.annotations.NullMarked;
