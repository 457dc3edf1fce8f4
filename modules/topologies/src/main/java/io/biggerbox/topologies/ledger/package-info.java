/** What one customer has said: the first reduction, before anything leaves the customer's task. */
@NullMarked
package io.biggerbox.topologies.ledger;

import org.jspecify.annotations.NullMarked;
