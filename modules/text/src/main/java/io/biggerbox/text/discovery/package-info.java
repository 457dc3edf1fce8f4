/**
 * Finds themes that nobody has named: painful sentences that no theme claims are clustered as they come, and what many
 * customers say becomes a candidate. Pure: a state store in, candidates out; decided by event time alone.
 */
@NullMarked
package io.biggerbox.text.discovery;

import org.jspecify.annotations.NullMarked;
