@NullMarked
package io.biggerbox.events.topics;

import org.jspecify.annotations.NullMarked;
