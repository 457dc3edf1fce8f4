package io.biggerbox.text.redaction;

import io.biggerbox.text.rules.RuleFiles;
import io.biggerbox.text.tokens.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Names of people, where the words before a capitalised word say that a person follows. */
final class Names {
    /** After these, any capitalised word is a name. */
    private static final List<String> SURE = List.of(
            "name is",
            "name's",
            "mr",
            "mrs",
            "ms",
            "miss",
            "herr",
            "frau",
            "sincerely",
            "regards",
            "signed",
            "surname");

    /** After these, a word from the list of first names, or two capitalised words in a row. */
    private static final List<String> LIKELY = List.of(
            "spoke to",
            "spoke with",
            "speaking to",
            "speaking with",
            "talked to",
            "talked with",
            "talk to",
            "chatted with",
            "agent",
            "representative",
            "rep",
            "named",
            "colleague",
            "cashier",
            "assistant",
            "waiter",
            "waitress",
            "employee",
            "technician",
            "driver",
            "advisor",
            "adviser",
            "lady",
            "guy",
            "gentleman");

    /** After these, only a word from the list of first names. */
    private static final List<String> MAYBE = List.of(
            "dear",
            "hi",
            "hello",
            "hey",
            "thanks",
            "thank you",
            "cheers",
            "this is",
            "i am",
            "i'm",
            "manager",
            "by",
            "best",
            "love",
            "dr",
            "called",
            "from",
            "wishes",
            "husband",
            "wife",
            "son",
            "daughter");

    private static final Set<String> NOT_NAMES = Set.of(
            "customer",
            "service",
            "support",
            "team",
            "sir",
            "madam",
            "the",
            "amazon",
            "apple",
            "google",
            "spotify",
            "bank",
            "help",
            "desk",
            "sales",
            "all",
            "everyone",
            "i",
            "and",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "thanks",
            "please",
            "chat",
            "care",
            "head",
            "office");
    private static final Set<String> FIRST_NAMES = firstNames();

    /** All cues, the sure ones first, so that their numbers tell the kinds apart. */
    private static final Vocabulary CUES =
            Vocabulary.of(Stream.of(SURE, LIKELY, MAYBE).flatMap(List::stream).toList());

    private static final int LONGEST = 26;

    private Names() {}

    private static Set<String> firstNames() {
        Set<String> names = new HashSet<>();
        for (String line : RuleFiles.lines("first-names.txt")) {
            names.addAll(List.of(line.split(" ", -1)));
        }
        return Set.copyOf(names);
    }

    static void find(String text, List<Found> found) {
        for (int i = 0; i < text.length(); i++) {
            boolean starts = isCapital(text.charAt(i)) && (i == 0 || !isPart(text.charAt(i - 1)));
            if (!starts) {
                continue;
            }
            int end = nameEnd(text, i);
            if (end > i) {
                found.add(new Found(i, end, PersonalData.NAME));
                i = end - 1;
            }
        }
    }

    /** End of the name that starts at {@code start}; {@code start} itself when it is none. */
    private static int nameEnd(String text, int start) {
        // hardly any capital has a cue before it: that is looked at first, and without making strings
        int end = skipBack(text, start);
        int from = wordStart(text, end);
        int previousEnd = from > 0 && text.charAt(from - 1) == ' ' ? from - 1 : from;
        int last = CUES.find(text, from, end);
        int both = CUES.find(text, wordStart(text, previousEnd), end);
        if (last == Vocabulary.NONE && both == Vocabulary.NONE) {
            return start;
        }
        int first = wordEnd(text, start);
        String word = text.substring(start, first).toLowerCase(Locale.ROOT);
        if (first - start < 2 || first - start > LONGEST || NOT_NAMES.contains(word)) {
            return start;
        }
        int second = follower(text, first);
        boolean listed = FIRST_NAMES.contains(word);
        boolean named = isSure(last)
                || isSure(both)
                || ((isLikely(last) || isLikely(both)) && (listed || second > first))
                || listed;
        return named ? second : start;
    }

    private static boolean isSure(int cue) {
        return cue >= 0 && cue < SURE.size();
    }

    private static boolean isLikely(int cue) {
        return cue >= SURE.size() && cue < SURE.size() + LIKELY.size();
    }

    /** End of a second capitalised word or an initial; {@code first} when there is none. */
    private static int follower(String text, int first) {
        int from = first + 1;
        if (from >= text.length() || text.charAt(first) != ' ' || !Character.isUpperCase(text.charAt(from))) {
            return first;
        }
        int end = wordEnd(text, from);
        String word = text.substring(from, end).toLowerCase(Locale.ROOT);
        return end - from > LONGEST || NOT_NAMES.contains(word) ? first : end;
    }

    private static int skipBack(String text, int start) {
        int end = start;
        while (end > 0 && start - end < 4 && " .,:\n\r".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static int wordStart(String text, int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST && isPart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && end - start <= LONGEST && isPart(text.charAt(end))) {
            end++;
        }
        if (end - start > 2
                && text.charAt(end - 1) == 's'
                && (text.charAt(end - 2) == '\'' || text.charAt(end - 2) == '\u2019')) {
            end -= 2;
        }
        while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isCapital(char c) {
        return c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '\'' || c == '\u2019' || c == '-';
    }
}
