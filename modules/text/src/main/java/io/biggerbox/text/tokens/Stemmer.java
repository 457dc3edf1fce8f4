package io.biggerbox.text.tokens;

import java.util.Map;
import java.util.Set;

/**
 * Light English stemming: plural, {@code -ing}, {@code -ed} and the irregular verbs of complaints. Deliberately weak:
 * two words share a stem only if customers use them for the same thing.
 */
public final class Stemmer {
    /** The stem of every negation. */
    public static final String NOT = "not";

    private static final Set<String> NEGATIONS = Set.of(
            "not",
            "no",
            "never",
            "cannot",
            "cant",
            "dont",
            "doesnt",
            "didnt",
            "wont",
            "isnt",
            "wasnt",
            "arent",
            "werent",
            "hasnt",
            "havent",
            "hadnt",
            "wouldnt",
            "couldnt",
            "shouldnt",
            "aint",
            "without",
            "unable",
            "neither",
            "nor",
            "none",
            "nothing",
            "nobody",
            "hardly",
            "barely",
            "nope");

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("broke", "break"),
            Map.entry("broken", "break"),
            Map.entry("sent", "send"),
            Map.entry("paid", "pay"),
            Map.entry("took", "take"),
            Map.entry("taken", "take"),
            Map.entry("lost", "lose"),
            Map.entry("got", "get"),
            Map.entry("gotten", "get"),
            Map.entry("bought", "buy"),
            Map.entry("froze", "freeze"),
            Map.entry("frozen", "freeze"),
            Map.entry("stole", "steal"),
            Map.entry("stolen", "steal"),
            Map.entry("kept", "keep"),
            Map.entry("told", "tell"),
            Map.entry("came", "come"),
            Map.entry("left", "leave"),
            Map.entry("felt", "feel"),
            Map.entry("found", "find"),
            Map.entry("was", "be"),
            Map.entry("were", "be"),
            Map.entry("is", "be"),
            Map.entry("are", "be"),
            Map.entry("am", "be"),
            Map.entry("been", "be"),
            Map.entry("being", "be"),
            Map.entry("had", "have"),
            Map.entry("has", "have"),
            Map.entry("having", "have"),
            Map.entry("did", "do"),
            Map.entry("does", "do"),
            Map.entry("done", "do"),
            Map.entry("doing", "do"),
            Map.entry("went", "go"),
            Map.entry("gone", "go"),
            Map.entry("goes", "go"),
            Map.entry("going", "go"),
            Map.entry("gave", "give"),
            Map.entry("given", "give"),
            Map.entry("made", "make"),
            Map.entry("said", "say"),
            Map.entry("wrote", "write"),
            Map.entry("written", "write"),
            Map.entry("hung", "hang"),
            Map.entry("fell", "fall"),
            Map.entry("fallen", "fall"),
            Map.entry("tore", "tear"),
            Map.entry("torn", "tear"),
            Map.entry("shrank", "shrink"),
            Map.entry("shrunk", "shrink"),
            Map.entry("hid", "hide"),
            Map.entry("hidden", "hide"),
            Map.entry("spoke", "speak"),
            Map.entry("spoken", "speak"),
            Map.entry("bad", "bad"),
            Map.entry("lasted", "lasted"),
            Map.entry("need", "need"),
            Map.entry("speed", "speed"),
            Map.entry("feed", "feed"),
            Map.entry("bed", "bed"),
            Map.entry("red", "red"),
            Map.entry("thing", "thing"),
            Map.entry("things", "thing"),
            Map.entry("nothing", NOT),
            Map.entry("something", "something"),
            Map.entry("anything", "anything"),
            Map.entry("everything", "everything"),
            Map.entry("string", "string"),
            Map.entry("during", "during"),
            Map.entry("bring", "bring"),
            Map.entry("king", "king"),
            Map.entry("ring", "ring"),
            Map.entry("news", "news"),
            Map.entry("always", "always"),
            Map.entry("this", "this"),
            Map.entry("yes", "yes"),
            Map.entry("us", "us"),
            Map.entry("his", "his"),
            Map.entry("its", "its"),
            Map.entry("it's", "it"),
            Map.entry("application", "app"),
            Map.entry("applications", "app"),
            Map.entry("parcel", "package"),
            Map.entry("parcels", "package"),
            Map.entry("shipment", "package"),
            Map.entry("cancellation", "cancel"),
            Map.entry("cancelation", "cancel"),
            Map.entry("bills", "bill"),
            Map.entry("billing", "bill"),
            Map.entry("signin", "login"),
            Map.entry("signing", "sign"),
            Map.entry("logging", "log"),
            Map.entry("logged", "log"),
            Map.entry("arrival", "arrive"),
            Map.entry("delivery", "deliver"),
            Map.entry("deliveries", "deliver"),
            Map.entry("clothing", "clothing"),
            Map.entry("evening", "evening"),
            Map.entry("morning", "morning"),
            Map.entry("hundred", "hundred"));

    private Stemmer() {}

    /** Whether this lower-case word turns its clause around. */
    public static boolean negates(String form) {
        return NEGATIONS.contains(form) || form.endsWith("n't");
    }

    /**
     * The stem of one lower-case word.
     *
     * @param form as {@link Token#form()} spells it
     */
    public static String stem(String form) {
        if (negates(form)) {
            return NOT;
        }
        String irregular = IRREGULAR.get(form);
        if (irregular != null) {
            return finish(irregular);
        }
        return finish(inflected(withoutPossessive(form)));
    }

    private static String withoutPossessive(String form) {
        int apostrophe = form.indexOf('\'');
        return apostrophe > 1 ? form.substring(0, apostrophe) : form;
    }

    private static String inflected(String word) {
        int length = word.length();
        if (length > 4 && word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        if (length > 4
                && (word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches") || word.endsWith("xes"))) {
            return word.substring(0, length - 2);
        }
        if (length > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is")) {
            return word.substring(0, length - 1);
        }
        if (length > 5 && word.endsWith("ing") && hasVowel(word, length - 3)) {
            return undouble(word.substring(0, length - 3));
        }
        if (length > 4 && word.endsWith("ied")) {
            return word.substring(0, length - 3) + "y";
        }
        if (length > 4 && word.endsWith("ed") && hasVowel(word, length - 2)) {
            return undouble(word.substring(0, length - 2));
        }
        return word;
    }

    /** {@code charge}, {@code charged} and {@code charging} meet without their final e. */
    private static String finish(String word) {
        int length = word.length();
        return length > 3 && word.charAt(length - 1) == 'e' && word.charAt(length - 2) != 'e'
                ? word.substring(0, length - 1)
                : word;
    }

    private static String undouble(String word) {
        int last = word.length() - 1;
        boolean doubled = last > 1 && word.charAt(last) == word.charAt(last - 1);
        return doubled && "lsz".indexOf(word.charAt(last)) < 0 ? word.substring(0, last) : word;
    }

    private static boolean hasVowel(String word, int before) {
        for (int i = 0; i < before; i++) {
            if ("aeiouy".indexOf(word.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
