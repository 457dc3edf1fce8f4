package io.biggerbox.demo.phrase;

import java.util.List;

/** A parsed piece of a phrase. */
sealed interface PhraseNode {

    /** Text as it stands. */
    record Literal(String text) implements PhraseNode {}

    /** The expansion of a rule, or the value of a slot. */
    record Reference(String name) implements PhraseNode {}

    /** All parts, one after the other. */
    record Sequence(List<PhraseNode> parts) implements PhraseNode {}

    /** One of the options, each as likely. */
    record Choice(List<PhraseNode> options) implements PhraseNode {}
}
