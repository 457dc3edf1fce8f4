/** The phrase grammar: how sentences are written down, read and expanded. Knows nothing of the company. */
@NullMarked
package io.biggerbox.demo.phrase;

import org.jspecify.annotations.NullMarked;
