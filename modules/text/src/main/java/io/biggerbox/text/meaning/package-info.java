/** What words and texts mean, as numbers: texts about the same thing have similar ones. */
@NullMarked
package io.biggerbox.text.meaning;

import org.jspecify.annotations.NullMarked;
