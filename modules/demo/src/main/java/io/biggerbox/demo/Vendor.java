package io.biggerbox.demo;

import io.biggerbox.events.Resolution;

/** How the company answers. Excuses are its habit with the box; elsewhere it is human. */
final class Vendor {
    private final Voice voice;

    Vendor(Voice voice) {
        this.voice = voice;
    }

    /** An answer and whether it came from a template. */
    record Reply(String text, boolean canned) {}

    Reply reply(Moment moment, Dice dice) {
        String rule =
                switch (moment.mood()) {
                    case PRAISE -> "reply.thanks";
                    case NEUTRAL -> moment.kind() == FeedbackKind.TICKET ? "reply.answer" : "reply.thanks";
                    case GRUMBLE -> dice.chance(0.7) ? "reply.canned" : "reply.asks";
                    case COMPLAINT -> toComplaint(moment, dice);
                };
        boolean canned = rule.equals("reply.canned");
        return new Reply(voice.say(rule, moment, dice), canned);
    }

    Resolution resolution(Moment moment, Dice dice) {
        if (moment.mood() == Mood.PRAISE) {
            return Resolution.OTHER;
        }
        if (moment.mood() == Mood.NEUTRAL) {
            return dice.chance(0.9) ? Resolution.EXPLAINED : Resolution.OTHER;
        }
        if (DemoThemes.PACKAGING_TOO_SMALL.equals(moment.theme())) {
            return switch (dice.weighted(0.3, 0.25, 0.25, 0.2)) {
                case 0 -> Resolution.EXPLAINED;
                case 1 -> Resolution.WORKAROUND;
                case 2 -> Resolution.EXCEPTION_GRANTED;
                default -> Resolution.USER_ERROR;
            };
        }
        return switch (dice.weighted(0.34, 0.16, 0.1, 0.16, 0.12, 0.07, 0.05)) {
            case 0 -> Resolution.FIXED;
            case 1 -> Resolution.REFUND;
            case 2 -> Resolution.WORKAROUND;
            case 3 -> Resolution.EXPLAINED;
            case 4 -> Resolution.NO_RESPONSE;
            case 5 -> Resolution.REFUSED;
            default -> Resolution.USER_ERROR;
        };
    }

    private static String toComplaint(Moment moment, Dice dice) {
        double[] weights = DemoThemes.PACKAGING_TOO_SMALL.equals(moment.theme())
                ? new double[] {0.05, 0.02, 0.4, 0.18, 0.1, 0.22, 0.03}
                : new double[] {0.28, 0.16, 0.14, 0.05, 0.03, 0.18, 0.16};
        return switch (dice.weighted(weights)) {
            case 0 -> "reply.owns";
            case 1 -> "reply.changes";
            case 2 -> "reply.deflects";
            case 3 -> "reply.blames";
            case 4 -> "reply.boasts";
            case 5 -> "reply.canned";
            default -> "reply.asks";
        };
    }
}
