/** What happens to a record that cannot be processed. */
@NullMarked
package io.biggerbox.topologies.errors;

import org.jspecify.annotations.NullMarked;
