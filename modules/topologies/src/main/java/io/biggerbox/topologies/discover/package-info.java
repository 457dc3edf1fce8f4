/** Feedback to theme candidates: pain that no theme claims, clustered as it comes. */
@NullMarked
package io.biggerbox.topologies.discover;

import org.jspecify.annotations.NullMarked;
