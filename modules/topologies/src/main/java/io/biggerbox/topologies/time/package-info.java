/** Event time across partitions: how far everybody has come. */
@NullMarked
package io.biggerbox.topologies.time;

import org.jspecify.annotations.NullMarked;
