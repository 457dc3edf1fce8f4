/** How a series was decided, as text, JSON and pictures. */
@NullMarked
package io.biggerbox.cli.explain;

import org.jspecify.annotations.NullMarked;
