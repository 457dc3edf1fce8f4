/** Learning the small network that ships. */
@NullMarked
package io.biggerbox.training.student;

import org.jspecify.annotations.NullMarked;
