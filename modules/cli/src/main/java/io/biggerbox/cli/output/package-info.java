/** What the command prints: for people and for machines. */
@NullMarked
package io.biggerbox.cli.output;

import org.jspecify.annotations.NullMarked;
