/** How the command reaches, or runs, a stack. */
@NullMarked
package io.biggerbox.cli.stack;

import org.jspecify.annotations.NullMarked;
