/** Text to tokens and sentences. Survives anything that can be put into a string. */
@NullMarked
package io.biggerbox.text.tokens;

import org.jspecify.annotations.NullMarked;
