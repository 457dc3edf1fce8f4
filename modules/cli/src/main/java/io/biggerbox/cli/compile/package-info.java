/** What compiling a taxonomy takes in and says. */
@NullMarked
package io.biggerbox.cli.compile;

import org.jspecify.annotations.NullMarked;
