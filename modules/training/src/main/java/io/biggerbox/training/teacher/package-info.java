/** The sentence model, run in process with onnxruntime. */
@NullMarked
package io.biggerbox.training.teacher;

import org.jspecify.annotations.NullMarked;
