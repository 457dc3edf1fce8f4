/** Sentence models that are run in process by onnxruntime, a native library. Nothing on the way of a record needs them. */
@NullMarked
package io.biggerbox.sentences;

import org.jspecify.annotations.NullMarked;
