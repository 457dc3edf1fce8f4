/** What the stream carries: whole applications on a real broker, beside a topology that only copies. */
@NullMarked
package io.biggerbox.benchmarks.load;

import org.jspecify.annotations.NullMarked;
