@NullMarked
package io.biggerbox.events.contracts;

import org.jspecify.annotations.NullMarked;
