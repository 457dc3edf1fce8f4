/** The whole in processes of its own, which are killed, stopped and starved while it counts. */
@NullMarked
package io.biggerbox.acceptance.faults;

import org.jspecify.annotations.NullMarked;
