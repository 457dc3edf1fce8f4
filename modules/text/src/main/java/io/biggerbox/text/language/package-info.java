/** Which language a text is in, as far as the reader needs to know. */
@NullMarked
package io.biggerbox.text.language;

import org.jspecify.annotations.NullMarked;
