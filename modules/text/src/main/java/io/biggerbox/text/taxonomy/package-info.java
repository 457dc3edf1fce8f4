/** The themes that a company listens for, and who owns each of them. */
@NullMarked
package io.biggerbox.text.taxonomy;

import org.jspecify.annotations.NullMarked;
