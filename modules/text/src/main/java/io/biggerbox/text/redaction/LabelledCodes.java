package io.biggerbox.text.redaction;

import io.biggerbox.text.tokens.Vocabulary;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Codes of letters and digits behind a word that says what they are: orders and parcels, passports and licences. */
final class LabelledCodes {
    private static final List<String> PAPERS = List.of(
            "passport",
            "licence",
            "license",
            "policy",
            "membership",
            "member",
            "account",
            "acct",
            "insurance",
            "patient");
    private static final List<String> ORDERS = List.of(
            "order",
            "invoice",
            "ticket",
            "case",
            "reference",
            "ref",
            "booking",
            "reservation",
            "confirmation",
            "tracking",
            "parcel",
            "shipment",
            "receipt",
            "claim",
            "rma");

    /** The papers first, so that the place in the list tells the kinds apart. */
    private static final Vocabulary WORDS =
            Vocabulary.of(Stream.of(PAPERS, ORDERS).flatMap(List::stream).toList());

    /** What may stand between the word and the code. */
    private static final Vocabulary FILLERS = Vocabulary.of(
            List.of("number", "numbers", "no", "nr", "num", "id", "code", "is", "was", "ref", "reference"));

    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST_WORD = 12;
    private static final int FEWEST_DIGITS = 3;
    private static final int FEWEST_DIGITS_OF_PAPERS = 5;
    private static final int LONGEST = 40;
    private static final int WIDEST_GAP = 3;
    private static final int MOST_FILLERS = 3;

    private LabelledCodes() {}

    static void find(String text, Set<PersonalData> kinds, List<Found> found) {
        int at = 0;
        while (at < text.length()) {
            if (!Letters.isLetter(text.charAt(at))) {
                at++;
                continue;
            }
            int end = wordEnd(text, at);
            boolean possible = end - at >= SHORTEST_WORD && end - at <= LONGEST_WORD;
            int word = possible ? WORDS.find(text, at, end) : Vocabulary.NONE;
            if (word != Vocabulary.NONE) {
                PersonalData kind = word < PAPERS.size() ? PersonalData.ID : PersonalData.ORDER;
                if (kinds.contains(kind)) {
                    end = Math.max(end, code(text, end, kind, found));
                }
            }
            at = end;
        }
    }

    /** Adds the code behind a word; returns where it ends, or −1. */
    private static int code(String text, int wordEnd, PersonalData kind, List<Found> found) {
        int at = gapEnd(text, wordEnd);
        for (int i = 0; i < MOST_FILLERS; i++) {
            int end = wordEnd(text, at);
            if (end - at > LONGEST || FILLERS.find(text, at, end) == Vocabulary.NONE) {
                break;
            }
            at = gapEnd(text, end);
        }
        int end = at;
        int digits = 0;
        while (end < text.length() && end - at <= LONGEST && isPart(text, end)) {
            digits += DigitRun.isDigit(text.charAt(end)) ? 1 : 0;
            end++;
        }
        boolean plain = digits == end - at;
        boolean enough = kind == PersonalData.ORDER
                ? digits >= FEWEST_DIGITS
                // digits alone are looked at as numbers
                : digits >= FEWEST_DIGITS_OF_PAPERS && !plain;
        if (!enough || end - at > LONGEST) {
            return -1;
        }
        found.add(new Found(at, end, kind));
        return end;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && Letters.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int gapEnd(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < WIDEST_GAP && " #:.-".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean isPart(String text, int at) {
        char c = text.charAt(at);
        boolean joins = c == '-' || c == '/' || c == '_';
        return Letters.isLetterOrDigit(c)
                || (joins && at + 1 < text.length() && Letters.isLetterOrDigit(text.charAt(at + 1)));
    }
}
