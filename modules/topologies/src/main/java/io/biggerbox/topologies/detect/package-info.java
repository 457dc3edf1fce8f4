/** Feedback to alerts. */
@NullMarked
package io.biggerbox.topologies.detect;

import org.jspecify.annotations.NullMarked;
