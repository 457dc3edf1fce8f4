package io.biggerbox.text.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names of people. Capitalised words in a row are weighed: what is known of each word, how many they are, and the words
 * around them. Names that are also words, places or brands need help from their surroundings.
 */
final class Names {
    private static final double ENOUGH = 1.75;

    /** A first name that is nothing else is enough by itself. */
    private static final double FIRST = 2;

    private static final double SURNAME = 1.4;
    private static final double FOREIGN = 1.4;
    private static final double UNKNOWN = 0.4;
    private static final double AMBIGUOUS_FIRST = 0.8;
    private static final double AMBIGUOUS = 0.4;

    /** Two capitalised words that are nothing else. */
    private static final double PAIR = 0.95;

    private static final double INITIAL = 1;

    /** After another name and an "and" or a comma. */
    private static final double ANOTHER = 1;

    /** Alone in a line. */
    private static final double OWN_LINE = 0.5;

    /** A firm, a street, a product. */
    private static final double NAMED_THING = -2;

    /** Another capitalised word, that is no name. */
    private static final double MORE = -0.6;

    private static final int MOST_WORDS = 5;

    /** Shorter words need more than what stands before them: I, He, My. */
    private static final int SHORTEST = 3;

    private static final String NAME = "name";

    /** What stands between the word and a name. */
    private static final List<String> LINKS = List.of(" is ", "'s ", ": ", "? ");

    private static final int MOST_SMALL = 3;
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "da", "di", "del", "della", "la", "le", "bin", "ibn", "al", "el", "ter",
            "ten", "dos", "das", "zu", "y");
    private static final int LONGEST_PARTICLE = 5;

    private final String text;
    private final List<Found> found;
    private final NameBook book;

    /** Where the last name ended; −1 before there is one. */
    private int lastEnd = -1;

    private Names(String text, List<Found> found, NameBook book) {
        this.text = text;
        this.found = found;
        this.book = book;
    }

    static void find(String text, List<Found> found) {
        Names names = new Names(text, found, NameBook.shipped());
        int at = 0;
        while (at < text.length()) {
            boolean starts = NameWord.isCapital(text.charAt(at)) && (at == 0 || !isBound(text.charAt(at - 1)));
            at = starts ? names.readFrom(at) : at + 1;
        }
    }

    private void readSmall(int start) {
        int end = start;
        for (int words = 0; words < MOST_SMALL; words++) {
            int from = words == 0 ? start : end + 1;
            boolean goesOn = from < text.length()
                    && (words == 0 || text.charAt(end) == ' ')
                    && Character.isLowerCase(text.charAt(from));
            NameWord word = goesOn ? NameWord.at(text, from, book) : null;
            if (word == null || word.shape() != NameWord.Shape.TITLED || word.isOther() || !isNamelike(word, words)) {
                break;
            }
            end = word.end();
        }
        if (end > start) {
            found.add(new Found(start, end, PersonalData.NAME));
        }
    }

    /** The first word may be any that is no other; those behind it must be known as names, or be foreign. */
    private boolean isNamelike(NameWord word, int words) {
        return word.end() - word.start() >= SHORTEST
                && (words == 0 || word.isFirst() || word.isSurname() || word.isForeign(text));
    }

    /** Finds names written without capitals, after words that leave no doubt. */
    static void findSmall(String text, List<Found> found) {
        for (int at = text.indexOf(NAME); at >= 0; at = text.indexOf(NAME, at + 1)) {
            int end = at + NAME.length();
            for (String link : LINKS) {
                if (text.startsWith(link, end)) {
                    new Names(text, found, NameBook.shipped()).readSmall(end + link.length());
                }
            }
        }
    }

    /** Signs after which a capital does not begin a word of running text. */
    private static boolean isBound(char before) {
        return NameWord.isPart(before) || before == '@' || before == '#' || before == '_' || before == '/';
    }

    /** Reads the capitalised words that start at {@code start}; returns where to go on. */
    private int readFrom(int start) {
        NameWord first = NameWord.at(text, start, book);
        if (!mayBeSure(first) && !first.maybeName()) {
            return Math.max(first.end(), start + 1);
        }
        double before = NameCues.before(text, start);
        boolean sure = isSure(first, before);
        if (!sure && !first.maybeName()) {
            return Math.max(first.end(), start + 1);
        }
        List<NameWord> words = new ArrayList<>(3);
        words.add(first);
        while (words.size() < MOST_WORDS) {
            int next = nextStart(words.get(words.size() - 1));
            if (next < 0) {
                break;
            }
            NameWord word = NameWord.at(text, next, book);
            if (!word.maybeName() && word.shape() != NameWord.Shape.INITIAL) {
                break;
            }
            words.add(word);
        }
        NameWord last = words.get(words.size() - 1);
        if (!sure && before + weight(words) + surroundings(start, last) < ENOUGH) {
            return last.end();
        }
        found.add(new Found(start, last.end(), PersonalData.NAME));
        lastEnd = last.end();
        return lastEnd;
    }

    /** Whether what stands before makes a name of the word, whatever else it may be. */
    private static boolean isSure(NameWord word, double before) {
        return mayBeSure(word) && (before >= NameCues.TITLE || (before >= NameCues.SURE && word.maybeName()));
    }

    private static boolean mayBeSure(NameWord word) {
        return word.end() - word.start() >= SHORTEST && word.shape() != NameWord.Shape.ODD;
    }

    private double weight(List<NameWord> words) {
        double weight = 0;
        int full = 0;
        boolean clear = true;
        boolean initial = false;
        double best = 0;
        for (NameWord word : words) {
            if (word.shape() == NameWord.Shape.INITIAL) {
                initial = true;
                continue;
            }
            full++;
            clear &= !word.isOther();
            double one = weight(word);
            best = Math.max(best, one);
            weight += one;
        }
        if (full == 0) {
            return 0;
        }
        boolean pair = full > 1 || initial;
        return weight + (pair && clear ? PAIR : 0) + (initial && full > 1 ? INITIAL : 0);
    }

    private double weight(NameWord word) {
        double weight;
        if (word.isOther()) {
            weight = word.isFirst() && !word.isProper() ? AMBIGUOUS_FIRST : AMBIGUOUS;
        } else if (word.isFirst()) {
            weight = FIRST;
        } else if (word.isSurname()) {
            weight = SURNAME;
        } else {
            weight = word.isForeign(text) ? FOREIGN : UNKNOWN;
        }
        return word.shape() == NameWord.Shape.CAPITALS ? weight / 2 : weight;
    }

    private double surroundings(int start, NameWord last) {
        double sum = NameCues.after(text, last.end());
        if (lastEnd >= 0 && follows(start)) {
            sum += ANOTHER;
        }
        int next = last.end() + 1;
        boolean capital =
                next < text.length() && text.charAt(last.end()) == ' ' && NameWord.isCapital(text.charAt(next));
        if (capital && !isHidden(next)) {
            sum += NameWord.at(text, next, book).isProper() ? NAMED_THING : MORE;
        }
        return sum + (hasOwnLine(start, last.end()) ? OWN_LINE : 0);
    }

    /** Whether a word is part of something else that is hidden: then nobody sees it who reads the text again. */
    private boolean isHidden(int start) {
        return found.stream().anyMatch(other -> other.start() <= start && start < other.end());
    }

    /** Whether it is all that stands in one of several lines, as in a signature. */
    private boolean hasOwnLine(int start, int end) {
        boolean opens = start == 0 || text.charAt(start - 1) == '\n';
        boolean closes = end == text.length() || text.charAt(end) == '\n';
        return opens && closes && end - start < text.length();
    }

    /** Whether only an "and" or a comma stands between the last name and {@code start}. */
    private boolean follows(int start) {
        String between = start - lastEnd > 6 ? "" : text.substring(lastEnd, start);
        return between.equals(", ")
                || between.equals(" and ")
                || between.equals(" & ")
                || between.equals(", and ".trim());
    }

    /** Start of the next capitalised word of the same name; −1 when there is none. */
    private int nextStart(NameWord word) {
        int at = word.end();
        if (word.shape() == NameWord.Shape.INITIAL && at < text.length() && text.charAt(at) == '.') {
            at++;
        }
        if (at + 1 >= text.length() || text.charAt(at) != ' ') {
            return -1;
        }
        at++;
        for (int particles = 0; particles < 2; particles++) {
            if (NameWord.isCapital(text.charAt(at))) {
                return at;
            }
            int end = at;
            while (end < text.length() && end - at < LONGEST_PARTICLE && Letters.isLetter(text.charAt(end))) {
                end++;
            }
            boolean particle =
                    end + 1 < text.length() && text.charAt(end) == ' ' && PARTICLES.contains(text.substring(at, end));
            if (!particle) {
                return -1;
            }
            at = end + 1;
        }
        return NameWord.isCapital(text.charAt(at)) ? at : -1;
    }
}
