package io.biggerbox.training.variants;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** Takes texts apart where a thought may end, and puts parts together. */
final class Clauses {
    private static final String LINKS = "and|but|because|so|although|though|when|while|which|or";
    private static final Pattern CUT = Pattern.compile("(?<=[,.;!?])\\s+|\\s+(?=(?:" + LINKS + ")\\s)");
    private static final Pattern LINK = Pattern.compile("^(?:" + LINKS + ")\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile("[,.;!?]+$");
    private static final List<String> JOINTS = List.of(
            ", but ", " but ", " and ", ", and ", ". ", ". ", "! ", ", ", ", although ", ", so ", " because ", "; ");
    private static final List<String> ENDS = List.of("", ".", ".", "!");
    private static final int SHORTEST = 8;
    private static final int LONGEST = 100;

    private Clauses() {}

    /** The parts of a text that can stand alone, without the word that linked them and the sign that ended them. */
    static List<String> of(String text) {
        return Arrays.stream(CUT.split(text))
                .map(part ->
                        END.matcher(LINK.matcher(part.strip()).replaceFirst("")).replaceFirst(""))
                .filter(part -> part.length() >= SHORTEST && part.length() <= LONGEST)
                .toList();
    }

    /** A text of one clause. */
    static String alone(String clause, Random random) {
        return capital(clause) + ENDS.get(random.nextInt(ENDS.size()));
    }

    /** A text of two clauses. */
    static String joined(String first, String second, Random random) {
        String joint = JOINTS.get(random.nextInt(JOINTS.size()));
        boolean anew = joint.charAt(0) == '.' || joint.charAt(0) == '!';
        String end = ENDS.get(random.nextInt(ENDS.size()));
        return first + joint + (anew ? capital(second) : second) + end;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
