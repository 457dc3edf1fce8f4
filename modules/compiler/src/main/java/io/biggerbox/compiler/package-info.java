/** Compiles a taxonomy: learns a fast model of its themes from phrases, history and a teacher. */
@NullMarked
package io.biggerbox.compiler;

import org.jspecify.annotations.NullMarked;
