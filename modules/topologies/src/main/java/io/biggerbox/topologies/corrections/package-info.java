/** What people say about labels, put into force whenever a record is read again. */
@NullMarked
package io.biggerbox.topologies.corrections;

import org.jspecify.annotations.NullMarked;
