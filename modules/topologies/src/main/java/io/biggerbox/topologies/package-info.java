/** The applications: classify, measure, detect, discover. How they are configured and built, in production and in tests alike. */
@NullMarked
package io.biggerbox.topologies;

import org.jspecify.annotations.NullMarked;
