/** How often the reader is right on labelled texts. */
@NullMarked
package io.biggerbox.cli.evaluate;

import org.jspecify.annotations.NullMarked;
