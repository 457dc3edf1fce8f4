/** What things cost: JMH benchmarks, compiled with every build and run by hand. */
@NullMarked
package io.biggerbox.benchmarks;

import org.jspecify.annotations.NullMarked;
