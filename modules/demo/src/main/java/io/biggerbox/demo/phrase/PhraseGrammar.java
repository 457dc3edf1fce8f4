package io.biggerbox.demo.phrase;

import io.biggerbox.demo.phrase.PhraseNode.Choice;
import io.biggerbox.demo.phrase.PhraseNode.Literal;
import io.biggerbox.demo.phrase.PhraseNode.Reference;
import io.biggerbox.demo.phrase.PhraseNode.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Sentences with alternatives and slots.
 *
 * <p>A grammar file is UTF-8 text. A rule starts with a line {@code = name}; every further line is one way to say it,
 * each as likely. Blank lines and lines that start with {@code #} are skipped. Within a line:
 *
 * <ul>
 *   <li>{@code (late|three days late|)} is one of the options, which may be empty;
 *   <li>{@code [really]} is there in half of the cases, {@code [a|b]} is a, b or nothing;
 *   <li>{@code {name}} is the expansion of the rule of that name or, where there is no such rule, the slot of that
 *       name, which the caller fills;
 *   <li>a backslash takes the next character as it stands.
 * </ul>
 *
 * <p>Spaces that omitted parts leave behind are tidied up and the first letter is made a capital. Rule names are unique
 * over all files; a reference to nothing, a rule that leads back to itself and a rule without lines are errors that
 * name file, line and rule.
 */
public final class PhraseGrammar {
    private final Map<String, Rule> rules;

    private PhraseGrammar(Map<String, Rule> rules) {
        this.rules = rules;
    }

    /**
     * Reads grammar files that may refer to each other's rules.
     *
     * @param sources the files
     * @param slots names that the caller fills when expanding
     * @return the grammar
     * @throws PhraseGrammarException when a file is not a grammar
     */
    public static PhraseGrammar parse(List<PhraseSource> sources, Set<String> slots) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (PhraseSource source : sources) {
            read(source, rules);
        }
        for (Rule rule : rules.values()) {
            rule.check(rules, slots);
        }
        for (Rule rule : rules.values()) {
            rule.refuseCycles(rules, new ArrayList<>(), new HashSet<>());
        }
        return new PhraseGrammar(rules);
    }

    /** Whether there is a rule of that name. */
    public boolean has(String rule) {
        return rules.containsKey(rule);
    }

    /** The names of all rules in the order of the files. */
    public List<String> names() {
        return List.copyOf(rules.keySet());
    }

    /** How many lines a rule has, 0 when there is no such rule. */
    public int alternatives(String rule) {
        Rule found = rules.get(rule);
        return found == null ? 0 : found.lines.size();
    }

    /**
     * Says a rule in one of its ways.
     *
     * @param rule name of the rule
     * @param chooser makes the choices
     * @param slots gives the value of a slot
     * @return the text
     */
    public String expand(String rule, Chooser chooser, UnaryOperator<String> slots) {
        if (!rules.containsKey(rule)) {
            throw new IllegalArgumentException("the grammar has no rule " + rule);
        }
        StringBuilder out = new StringBuilder();
        append(new Reference(rule), chooser, slots, out);
        return tidy(out);
    }

    static boolean isName(String name) {
        return name.matches("[a-z][a-z0-9.-]*");
    }

    private void append(PhraseNode node, Chooser chooser, UnaryOperator<String> slots, StringBuilder out) {
        if (node instanceof Literal literal) {
            out.append(literal.text());
        } else if (node instanceof Sequence sequence) {
            for (PhraseNode part : sequence.parts()) {
                append(part, chooser, slots, out);
            }
        } else if (node instanceof Choice choice) {
            append(choice.options().get(chooser.below(choice.options().size())), chooser, slots, out);
        } else if (node instanceof Reference reference) {
            Rule rule = rules.get(reference.name());
            if (rule == null) {
                out.append(slots.apply(reference.name()));
            } else {
                append(rule.lines.get(chooser.below(rule.lines.size())).node(), chooser, slots, out);
            }
        }
    }

    private static String tidy(StringBuilder raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean afterSpace = out.isEmpty() || out.charAt(out.length() - 1) == ' ';
            if (c == ' ' && afterSpace) {
                continue;
            }
            if ((c == ',' || c == '.' || c == ';') && afterSpace && !out.isEmpty()) {
                out.setLength(out.length() - 1);
            }
            out.append(c);
        }
        String text = out.toString().stripTrailing();
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static void read(PhraseSource source, Map<String, Rule> rules) {
        Rule current = null;
        int number = 0;
        for (String raw : source.text().split("\\R", -1)) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("=")) {
                current = open(source, number, line.substring(1).strip(), rules);
            } else if (current == null) {
                throw new PhraseGrammarException(source.name(), number, "", "a phrase stands before the first rule");
            } else {
                PhraseParser parser = new PhraseParser(source.name(), number, current.name, line);
                PhraseNode node = parser.parse();
                current.lines.add(new Line(number, node, parser.references()));
            }
        }
    }

    private static Rule open(PhraseSource source, int line, String name, Map<String, Rule> rules) {
        if (!isName(name)) {
            throw new PhraseGrammarException(source.name(), line, "", "'" + name + "' is not a rule name");
        }
        Rule rule = new Rule(source.name(), line, name);
        Rule before = rules.putIfAbsent(name, rule);
        if (before != null) {
            throw new PhraseGrammarException(
                    source.name(), line, name, "was defined before, at " + before.file + ":" + before.line);
        }
        return rule;
    }

    /** One way to say a rule. */
    private record Line(int number, PhraseNode node, List<String> references) {}

    /** A rule and where it was defined. */
    private static final class Rule {
        private final String file;
        private final int line;
        private final String name;
        private final List<Line> lines = new ArrayList<>();

        Rule(String file, int line, String name) {
            this.file = file;
            this.line = line;
            this.name = name;
        }

        void check(Map<String, Rule> rules, Set<String> slots) {
            if (lines.isEmpty()) {
                throw new PhraseGrammarException(file, line, name, "has no phrases");
            }
            for (Line each : lines) {
                for (String reference : each.references()) {
                    if (!rules.containsKey(reference) && !slots.contains(reference)) {
                        throw new PhraseGrammarException(
                                file, each.number(), name, "{" + reference + "} is neither a rule nor a slot");
                    }
                }
            }
        }

        void refuseCycles(Map<String, Rule> rules, List<String> path, Set<String> safe) {
            if (safe.contains(name)) {
                return;
            }
            if (path.contains(name)) {
                throw new PhraseGrammarException(
                        file, line, name, "leads back to itself: " + String.join(" > ", path) + " > " + name);
            }
            path.add(name);
            for (Line each : lines) {
                for (String reference : each.references()) {
                    Rule next = rules.get(reference);
                    if (next != null) {
                        next.refuseCycles(rules, path, safe);
                    }
                }
            }
            path.remove(path.size() - 1);
            safe.add(name);
        }
    }
}
