/**
 * Makes and measures the shipped sentiment weights. Mains to be run by hand with a folder of public data; no test needs
 * them.
 */
@NullMarked
package io.biggerbox.text.training;

import org.jspecify.annotations.NullMarked;
