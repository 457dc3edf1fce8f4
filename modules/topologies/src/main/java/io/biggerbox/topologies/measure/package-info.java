/** Feedback to aggregate rows. */
@NullMarked
package io.biggerbox.topologies.measure;

import org.jspecify.annotations.NullMarked;
