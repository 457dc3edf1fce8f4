/**
 * Kafka and a schema registry for one machine with nothing installed: both live in this JVM, listen on 127.0.0.1 only, and keep
 * what they acknowledged on one data directory, through a restart and a killed process. For trying, developing and
 * testing; a production cluster is used by its addresses instead.
 */
@NullMarked
package io.biggerbox.devstack;

import org.jspecify.annotations.NullMarked;
