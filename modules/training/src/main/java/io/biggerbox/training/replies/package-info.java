/** What is known of the sentences of vendor replies, and how well they are read. */
@NullMarked
package io.biggerbox.training.replies;

import org.jspecify.annotations.NullMarked;
