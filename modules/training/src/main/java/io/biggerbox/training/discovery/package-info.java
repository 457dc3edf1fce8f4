/** How well discovery finds themes that are known, on texts that somebody labelled. */
@NullMarked
package io.biggerbox.training.discovery;

import org.jspecify.annotations.NullMarked;
