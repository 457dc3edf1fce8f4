/** Looking at what could not be processed, and writing it again. */
@NullMarked
package io.biggerbox.cli.deadletters;

import org.jspecify.annotations.NullMarked;
