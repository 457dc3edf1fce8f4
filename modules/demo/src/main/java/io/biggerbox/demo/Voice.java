package io.biggerbox.demo;

import io.biggerbox.demo.phrase.PhraseGrammar;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts a moment into words: opener, what it is about, closer. */
final class Voice {
    private final PhraseGrammar grammar;

    Voice(PhraseGrammar grammar) {
        this.grammar = grammar;
    }

    /** A piece of text and the language that it is in. */
    record Words(String text, String language) {}

    /** What the customer writes first. */
    Words body(Moment moment, Dice dice) {
        String foreign = foreignRule(moment);
        if (foreign != null) {
            return new Words(
                    Touch.of(moment, say(foreign, moment, dice), dice),
                    moment.customer().language());
        }
        StringBuilder text = new StringBuilder();
        switch (moment.mood()) {
            case PRAISE -> praise(moment, dice, text);
            case NEUTRAL -> neutral(moment, dice, text);
            case GRUMBLE -> add(text, say("grumble", moment, dice));
            case COMPLAINT -> complaint(moment, dice, text);
        }
        if (dice.chance(moment.kind() == FeedbackKind.TICKET ? 0.06 : 0.012)) {
            add(text, say("personal", moment, dice));
        }
        return new Words(Touch.of(moment, text.toString(), dice), "en");
    }

    /** The headline over it. */
    String headline(Moment moment, String language, Dice dice) {
        String mood = moment.mood().name().toLowerCase(Locale.ROOT);
        if (!language.equals("en")) {
            return say(language + ".headline." + mood, moment, dice);
        }
        boolean question = moment.mood() == Mood.NEUTRAL && moment.kind() == FeedbackKind.TICKET;
        boolean named = moment.theme() != null && dice.chance(0.75);
        String rule = named ? "subject." + moment.theme() : question ? "headline.question" : "headline." + mood;
        return say(rule, moment, dice);
    }

    /** A rule of the grammar in the mouth of this moment's people. */
    String say(String rule, Moment moment, Dice dice) {
        return grammar.expand(rule, dice, slot -> slot(slot, moment, dice));
    }

    private void praise(Moment moment, Dice dice, StringBuilder text) {
        addSometimes(0.25, "opener.praise", moment, dice, text);
        add(text, say("praise." + (dice.chance(0.7) ? moment.product().slug() : "any"), moment, dice));
        addSometimes(0.35, "praise." + moment.product().slug(), moment, dice, text);
        addSometimes(0.2, "praise.any", moment, dice, text);
        addSometimes(0.25, "closer.praise", moment, dice, text);
    }

    private void neutral(Moment moment, Dice dice, StringBuilder text) {
        if (moment.kind() == FeedbackKind.TICKET) {
            addSometimes(0.5, "greeting", moment, dice, text);
            add(text, say((dice.chance(0.75) ? "question." + moment.product().slug() : "question.any"), moment, dice));
            addSometimes(0.3, "closer.question", moment, dice, text);
        } else {
            add(text, say((dice.chance(0.65) ? "neutral." + moment.product().slug() : "neutral.any"), moment, dice));
            addSometimes(0.2, "neutral.any", moment, dice, text);
        }
    }

    private void complaint(Moment moment, Dice dice, StringBuilder text) {
        if (moment.kind() == FeedbackKind.TICKET) {
            addSometimes(0.4, "greeting", moment, dice, text);
        }
        addSometimes(0.3, "opener.complaint", moment, dice, text);
        String rule = "complaint." + moment.theme();
        add(text, say(rule, moment, dice));
        if (dice.chance(0.22)) {
            String second = say(rule, moment, dice);
            if (text.indexOf(second) < 0) {
                add(text, second);
            }
        }
        addSometimes(0.08, "bright-side", moment, dice, text);
        addSometimes(0.4, "closer.complaint", moment, dice, text);
    }

    private void addSometimes(double probability, String rule, Moment moment, Dice dice, StringBuilder text) {
        if (dice.chance(probability)) {
            add(text, say(rule, moment, dice));
        }
    }

    private static void add(StringBuilder text, String sentence) {
        if (!text.isEmpty()) {
            // After a salutation people begin a new line.
            text.append(text.charAt(text.length() - 1) == ',' ? '\n' : ' ');
        }
        text.append(sentence);
    }

    /** The rule in the customer's own language; where there is none they write in English, as customers do. */
    private @Nullable String foreignRule(Moment moment) {
        String language = moment.customer().language();
        if (language.equals("en")) {
            return null;
        }
        String what =
                switch (moment.mood()) {
                    case PRAISE -> "praise";
                    case NEUTRAL -> moment.kind() == FeedbackKind.TICKET ? "question" : "neutral";
                    case GRUMBLE -> "grumble";
                    case COMPLAINT -> "complaint." + moment.theme();
                };
        String rule = language + "." + what;
        return grammar.has(rule) ? rule : null;
    }

    private static String slot(String slot, Moment moment, Dice dice) {
        Customer customer = moment.customer();
        return switch (slot) {
            case "product" -> moment.product().title();
            case "name" -> customer.name();
            case "first" -> customer.name().substring(0, customer.name().indexOf(' '));
            case "email" -> customer.email();
            case "phone" -> customer.phone();
            case "order" -> "LH-" + (100_000 + dice.below(900_000));
            default -> throw new IllegalArgumentException("no slot " + slot);
        };
    }
}
