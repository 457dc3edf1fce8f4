/**
 * A fictional company, Larkspur Home, and half a year of what its customers say: reviews, tickets and surveys from a
 * phrase grammar and a seed, with planted stories whose truth is known.
 *
 * <p>Generation depends on its arguments alone: the same seed gives the same bytes on every JVM.
 */
@NullMarked
package io.biggerbox.demo;

import org.jspecify.annotations.NullMarked;
