/** State and messages inside the applications, and how they are written. */
@NullMarked
package io.biggerbox.topologies.state;

import org.jspecify.annotations.NullMarked;
