package io.biggerbox.training.corpora;

import io.biggerbox.text.SentimentLabel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts written by the project, in the form of templates: {@code templates.txt} says what they are for and how they are
 * written.
 */
public final class Templates {
    private static final String RESOURCE = "templates.txt";
    private static final Pattern SLOT = Pattern.compile("\\[(\\w+)]");
    private static final Pattern CHOICE = Pattern.compile("\\(([^()]*\\|[^()]*)\\)");
    private static final Pattern LIST = Pattern.compile("(\\w+) = (.+)");
    private static final int OF_EACH = 90;

    /** Every third text begins in lower case and every fifth lacks its full stop, as customers write. */
    private static final int LOWER = 3;

    private static final int OPEN = 5;

    /** One template and what its texts are. */
    private record Template(SentimentLabel label, String text) {}

    /** How far the labels are trusted: less than a person's, for a template has no context. */
    private static final double TRUST = 0.3;

    private final Map<String, List<String>> lists = new HashMap<>();
    private final List<Template> templates = new ArrayList<>();

    private Templates() {}

    /** The project's own templates. */
    public static Templates own() throws IOException {
        Templates templates = new Templates();
        try (InputStream in = Templates.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("not on the class path: " + RESOURCE);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                templates.read(line);
            }
        }
        return templates;
    }

    private void read(String line) {
        Matcher list = LIST.matcher(line);
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (list.matches()) {
            lists.put(list.group(1), List.of(list.group(2).split(" \\| ", -1)));
            return;
        }
        int space = line.indexOf(' ');
        templates.add(new Template(SentimentLabel.valueOf(line.substring(0, space)), line.substring(space + 1)));
    }

    /** Texts of every template, no text twice; the same in every run. */
    public List<LabelledText> texts(long seed) {
        Random random = new Random(seed);
        List<LabelledText> made = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Template template : templates) {
            for (int i = 0; i < OF_EACH; i++) {
                String text = varied(filled(template.text(), random), random);
                if (seen.add(text)) {
                    String source = "templates " + template.label().name().toLowerCase(Locale.ROOT);
                    made.add(new LabelledText(source, text, template.label(), TRUST));
                }
            }
        }
        return made;
    }

    private String filled(String template, Random random) {
        String text = template;
        for (Matcher slot = SLOT.matcher(text); slot.find(); slot = SLOT.matcher(text)) {
            List<String> words = lists.get(slot.group(1));
            if (words == null) {
                throw new IllegalArgumentException("no list [" + slot.group(1) + "] for the template: " + template);
            }
            text = replaced(text, slot, words.get(random.nextInt(words.size())));
        }
        for (Matcher choice = CHOICE.matcher(text); choice.find(); choice = CHOICE.matcher(text)) {
            String[] words = choice.group(1).split("\\|", -1);
            text = replaced(text, choice, words[random.nextInt(words.length)]);
        }
        return text.strip();
    }

    private static String replaced(String text, Matcher match, String by) {
        return text.substring(0, match.start()) + by + text.substring(match.end());
    }

    private static String varied(String text, Random random) {
        String first = text.substring(0, 1);
        boolean lower = random.nextInt(LOWER) == 0;
        String out = (lower ? first.toLowerCase(Locale.ROOT) : first.toUpperCase(Locale.ROOT)) + text.substring(1);
        boolean open = random.nextInt(OPEN) == 0 && out.endsWith(".");
        return open ? out.substring(0, out.length() - 1) : out;
    }
}
