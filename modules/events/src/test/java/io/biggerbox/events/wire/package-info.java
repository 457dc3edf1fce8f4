@NullMarked
package io.biggerbox.events.wire;

import org.jspecify.annotations.NullMarked;
