/** The topics as values: name, serdes, configuration and purpose in one place. */
@NullMarked
package io.biggerbox.events.topics;

import org.jspecify.annotations.NullMarked;
