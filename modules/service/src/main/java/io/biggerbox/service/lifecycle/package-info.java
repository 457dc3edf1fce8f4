/** Starting over and leaving: what the applications have on brokers, in the registry and on this machine. */
@NullMarked
package io.biggerbox.service.lifecycle;

import org.jspecify.annotations.NullMarked;
