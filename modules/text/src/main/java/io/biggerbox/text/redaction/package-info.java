/** Personal data to markers, before anything else sees the text. */
@NullMarked
package io.biggerbox.text.redaction;

import org.jspecify.annotations.NullMarked;
