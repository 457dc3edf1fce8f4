package io.biggerbox.text.redaction;

import io.biggerbox.text.tokens.Vocabulary;
import java.util.List;
import java.util.stream.Stream;

/** What the words around a capitalised word say about whether it is a person's name. */
final class NameCues {
    /** Enough for any capitalised word. */
    static final double TITLE = 4;

    /** Enough for any capitalised word that is no ordinary word. */
    static final double SURE = 3;

    private static final double LIKELY = 1.4;
    private static final double MAYBE = 1;
    private static final double SPEAKS = 0.9;
    private static final double ACTS = 0.4;
    private static final double ARTICLE = -1.2;
    private static final double PLACE = -0.8;

    private static final List<String> TITLES = List.of("mr", "mrs", "ms", "miss", "mister", "herr", "frau", "mme");
    private static final List<String> SURE_BEFORE = List.of(
            "name is",
            "name's",
            "name was",
            "sincerely",
            "regards",
            "signed",
            "surname",
            "named",
            "maiden name",
            "last name",
            "first name",
            "full name",
            "named him",
            "named her",
            "calls me",
            "call me",
            "dr",
            "prof",
            "professor");
    private static final List<String> LIKELY_BEFORE = List.of(
            "spoke to",
            "spoke with",
            "speak to",
            "speak with",
            "speaking to",
            "speaking with",
            "talked to",
            "talked with",
            "talk to",
            "talk with",
            "chatted with",
            "agent",
            "representative",
            "rep",
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
            "gentleman",
            "server",
            "supervisor",
            "manager",
            "nurse",
            "doctor",
            "teacher",
            "producer",
            "director",
            "singer",
            "songwriter",
            "author",
            "actor",
            "actress",
            "president",
            "engineer",
            "captain",
            "user",
            "founder",
            "founders",
            "says",
            "said",
            "him and",
            "her and",
            "me and",
            "husband",
            "wife",
            "son",
            "daughter",
            "brother",
            "sister",
            "mother",
            "father",
            "friend",
            "boss");
    private static final List<String> MAYBE_BEFORE = List.of(
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
            "best",
            "love",
            "wishes",
            "partner",
            "told",
            "asked",
            "met",
            "heard",
            "ask",
            "tell",
            "attn",
            "by",
            "add",
            "remove",
            "contact",
            "helped",
            "kid",
            "child",
            "customer",
            "poor",
            "remember me",
            "shouted at",
            "mentioned");
    private static final List<String> ARTICLES =
            List.of("the", "a", "an", "this", "that", "these", "those", "your", "our", "their", "its");
    private static final List<String> PLACES = List.of("in", "at", "near", "through", "via", "on");

    /** All words before, so that their numbers tell the kinds apart. */
    private static final Vocabulary BEFORE =
            Vocabulary.of(Stream.of(TITLES, SURE_BEFORE, LIKELY_BEFORE, MAYBE_BEFORE, ARTICLES, PLACES)
                    .flatMap(List::stream)
                    .toList());

    private static final List<String> SPEAKING = List.of(
            "said",
            "says",
            "told",
            "tells",
            "asked",
            "asks",
            "called",
            "calls",
            "explained",
            "explains",
            "replied",
            "answered",
            "shouted",
            "wrote",
            "writes",
            "emailed",
            "promised",
            "assured",
            "helped",
            "refused",
            "thinks",
            "apologised",
            "apologized",
            "insisted",
            "suggested",
            "listed",
            "hung",
            "confirmed",
            "speaks",
            "sang",
            "died",
            "lives",
            "speak");
    private static final List<String> ACTING = List.of(
            "is", "was", "has", "had", "did", "does", "came", "went", "took", "gave", "made", "sent", "and", "who",
            "from");
    private static final Vocabulary AFTER =
            Vocabulary.of(Stream.of(SPEAKING, ACTING).flatMap(List::stream).toList());

    /** What only people have. */
    private static final Vocabulary RELATED = Vocabulary.of(List.of(
            "kid",
            "kids",
            "child",
            "children",
            "daughter",
            "son",
            "wife",
            "husband",
            "mother",
            "father",
            "brother",
            "sister",
            "friend",
            "boss",
            "address",
            "account",
            "email",
            "number",
            "phone",
            "death",
            "birthday"));

    private static final int LONGEST = 26;
    private static final int WIDEST_GAP = 4;

    private NameCues() {}

    /** What the one or two words before {@code start} add to the belief in a name. */
    static double before(String text, int start) {
        int end = start;
        boolean told = false;
        boolean apart = false;
        boolean stops = false;
        while (end > 0 && start - end < WIDEST_GAP && " .,:?\n\r".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
            char c = text.charAt(end);
            told |= c == ':' || c == '?' || c == '\n';
            apart |= c != ' ';
            stops |= c == '.' || c == '?';
        }
        int from = wordStart(text, end);
        if (from == end) {
            return 0;
        }
        if (told && text.regionMatches(true, from, "name", 0, 4) && end - from == 4) {
            return SURE;
        }
        int previousEnd = from > 0 && text.charAt(from - 1) == ' ' ? from - 1 : from;
        double both =
                previousEnd == from ? 0 : weight(BEFORE.find(text, wordStart(text, previousEnd), end), apart, stops);
        return both != 0 ? both : weight(BEFORE.find(text, from, end), apart, stops);
    }

    private static double weight(int cue, boolean apart, boolean stops) {
        int at = cue;
        if (at < 0) {
            return 0;
        }
        if (at < TITLES.size()) {
            return TITLE;
        }
        at -= TITLES.size();
        if (at < SURE_BEFORE.size()) {
            return stops ? MAYBE : SURE;
        }
        at -= SURE_BEFORE.size();
        if (at < LIKELY_BEFORE.size()) {
            return LIKELY;
        }
        at -= LIKELY_BEFORE.size();
        if (at < MAYBE_BEFORE.size()) {
            return MAYBE;
        }
        at -= MAYBE_BEFORE.size();
        if (apart) {
            return 0;
        }
        return at < ARTICLES.size() ? ARTICLE : PLACE;
    }

    /** What stands after {@code end} adds. */
    static double after(String text, int end) {
        if (end >= text.length()) {
            return 0;
        }
        char next = text.charAt(end);
        if (next == ':') {
            return SPEAKS;
        }
        if (next == '\'' || next == '\u2019') {
            int owned = Math.min(text.length(), end + 3);
            return RELATED.find(text, owned, wordEnd(text, owned)) < 0 ? ACTS : LIKELY;
        }
        if (next != ' ') {
            return 0;
        }
        int cue = AFTER.find(text, end + 1, wordEnd(text, end + 1));
        return cue < 0 ? 0 : cue < SPEAKING.size() ? SPEAKS : ACTS;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < LONGEST && NameWord.isPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int wordStart(String text, int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST && NameWord.isPart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
