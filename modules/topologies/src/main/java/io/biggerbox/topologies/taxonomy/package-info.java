/** The taxonomy that travels on its topic. */
@NullMarked
package io.biggerbox.topologies.taxonomy;

import org.jspecify.annotations.NullMarked;
