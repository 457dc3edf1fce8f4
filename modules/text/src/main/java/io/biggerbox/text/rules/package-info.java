/** Word patterns over stems, and the rules written in them: intents, reply tones, complaint idioms. */
@NullMarked
package io.biggerbox.text.rules;

import org.jspecify.annotations.NullMarked;
