/** Source records to feedback: checked, read, redacted, and with what they replace. */
@NullMarked
package io.biggerbox.topologies.classify;

import org.jspecify.annotations.NullMarked;
