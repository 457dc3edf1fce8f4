/** The {@code biggerbox} command. */
@NullMarked
package io.biggerbox.cli;

import org.jspecify.annotations.NullMarked;
