package io.biggerbox.demo.phrase;

import io.biggerbox.demo.phrase.PhraseNode.Choice;
import io.biggerbox.demo.phrase.PhraseNode.Literal;
import io.biggerbox.demo.phrase.PhraseNode.Reference;
import io.biggerbox.demo.phrase.PhraseNode.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Reads one line of a grammar file. A parser is used once. */
final class PhraseParser {
    private static final char END = '\0';

    private final String file;
    private final int line;
    private final String rule;
    private final String text;
    private final List<String> references = new ArrayList<>();
    private int at;

    PhraseParser(String file, int line, String rule, String text) {
        this.file = file;
        this.line = line;
        this.rule = rule;
        this.text = text;
    }

    PhraseNode parse() {
        PhraseNode node = options(END);
        if (at < text.length()) {
            throw error("'" + text.charAt(at) + "' at column " + (at + 1) + " closes nothing");
        }
        return node;
    }

    /** The names in braces, in the order of the line. */
    List<String> references() {
        return List.copyOf(references);
    }

    private PhraseNode options(char close) {
        int opened = at;
        List<PhraseNode> options = new ArrayList<>();
        options.add(sequence());
        while (at < text.length() && text.charAt(at) == '|') {
            if (close == END) {
                throw error("'|' at column " + (at + 1) + " stands outside of ( ) or [ ]");
            }
            at++;
            options.add(sequence());
        }
        if (close != END) {
            if (at >= text.length() || text.charAt(at) != close) {
                throw error("'" + close + "' is missing for the bracket at column " + opened);
            }
            at++;
        }
        return options.size() == 1 ? options.get(0) : new Choice(List.copyOf(options));
    }

    private PhraseNode sequence() {
        List<PhraseNode> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (at < text.length() && "|)]}".indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at++);
            switch (c) {
                case '\\' -> literal.append(escaped());
                case '(' -> {
                    flush(literal, parts);
                    parts.add(options(')'));
                }
                case '[' -> {
                    flush(literal, parts);
                    parts.add(new Choice(List.of(options(']'), new Literal(""))));
                }
                case '{' -> {
                    flush(literal, parts);
                    parts.add(reference());
                }
                default -> literal.append(c);
            }
        }
        flush(literal, parts);
        return parts.size() == 1 ? parts.get(0) : new Sequence(List.copyOf(parts));
    }

    private char escaped() {
        if (at >= text.length()) {
            throw error("the line ends with a backslash");
        }
        return text.charAt(at++);
    }

    private Reference reference() {
        int end = text.indexOf('}', at);
        if (end < 0) {
            throw error("'}' is missing for the brace at column " + at);
        }
        String name = text.substring(at, end);
        if (!PhraseGrammar.isName(name)) {
            throw error("'" + name + "' is not a name");
        }
        at = end + 1;
        references.add(name);
        return new Reference(name);
    }

    private static void flush(StringBuilder literal, List<PhraseNode> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private PhraseGrammarException error(String problem) {
        return new PhraseGrammarException(file, line, rule, problem);
    }
}
