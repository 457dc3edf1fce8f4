package io.biggerbox.demo;

import java.util.List;
import java.util.Locale;

/** How people type: now and then without capitals or full stop, with a slip of the finger, with an emoji. */
final class Touch {
    private static final List<String> HAPPY = List.of("😊", "👍", "❤️", "🎉", "😍", "🙂", "👏", "⭐");
    private static final List<String> UNHAPPY = List.of("😡", "👎", "😞", "🙄", "😤", "😕", "💔");
    private static final int SHORTEST_SLIP = 6;

    private Touch() {}

    static String of(Moment moment, String text, Dice dice) {
        String typed = text;
        if (dice.chance(0.06)) {
            typed = slip(typed, dice);
        }
        if (dice.chance(0.04)) {
            typed = typed.toLowerCase(Locale.ROOT);
        }
        if (dice.chance(0.08) && typed.endsWith(".")) {
            typed = typed.substring(0, typed.length() - 1) + (dice.chance(0.4) ? "!!" : "");
        }
        boolean ticket = moment.kind() == FeedbackKind.TICKET;
        if (moment.mood() != Mood.NEUTRAL && dice.chance(ticket ? 0.02 : 0.11)) {
            typed = typed + " " + dice.pick(moment.mood() == Mood.PRAISE ? HAPPY : UNHAPPY);
        }
        return typed;
    }

    /** One slip in one longer word: two letters swapped, one left out, or one doubled. */
    private static String slip(String text, Dice dice) {
        String[] words = text.split(" ", -1);
        int chosen = dice.below(words.length);
        String word = words[chosen];
        if (word.length() < SHORTEST_SLIP || !word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return text;
        }
        int at = 1 + dice.below(word.length() - 3);
        String head = word.substring(0, at);
        words[chosen] = switch (dice.below(3)) {
            case 0 -> head + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            case 1 -> head + word.substring(at + 1);
            default -> head + word.charAt(at) + word.substring(at);
        };
        return String.join(" ", words);
    }
}
