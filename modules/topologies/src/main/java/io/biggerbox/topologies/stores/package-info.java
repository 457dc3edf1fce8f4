/** How state and messages inside the applications are written, kept, and kept bounded. */
@NullMarked
package io.biggerbox.topologies.stores;

import org.jspecify.annotations.NullMarked;
