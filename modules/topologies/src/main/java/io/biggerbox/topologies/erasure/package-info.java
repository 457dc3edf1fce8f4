/** Customers who were erased: what they said before is not read again, and what it counted for is taken back. */
@NullMarked
package io.biggerbox.topologies.erasure;

import org.jspecify.annotations.NullMarked;
