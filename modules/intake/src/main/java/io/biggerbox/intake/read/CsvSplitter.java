package io.biggerbox.intake.read;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes one CSV row apart, line by line, and notices damage as early as possible: behind a closing quote only a separator
 * or the end of the line may follow, so a quote that was never closed shows itself at the next quote of a later row
 * instead of swallowing the rest of the file.
 */
final class CsvSplitter {

    /** How a row stands after a line. */
    enum State {
        /** A quoted field goes on in the next line. */
        OPEN,
        /** The row is complete. */
        DONE,
        /** A closing quote is followed by more text. */
        BROKEN
    }

    private final char separator;
    private final StringBuilder cell = new StringBuilder();
    private List<String> fields = new ArrayList<>();
    private boolean quoted;

    CsvSplitter(char separator) {
        this.separator = separator;
    }

    /** Begins a new row. */
    void begin() {
        fields = new ArrayList<>();
        cell.setLength(0);
        quoted = false;
    }

    /** Adds the line end inside a quoted field that goes on. */
    void lineEnd(String end) {
        cell.append(end);
    }

    /** The fields completed so far; a list of its own for each row. */
    List<String> fields() {
        return fields;
    }

    State feed(String line) {
        int i = 0;
        int n = line.length();
        while (true) {
            if (quoted) {
                int quote = line.indexOf('"', i);
                if (quote < 0) {
                    cell.append(line, i, n);
                    return State.OPEN;
                }
                cell.append(line, i, quote);
                if (quote + 1 < n && line.charAt(quote + 1) == '"') {
                    cell.append('"');
                    i = quote + 2;
                    continue;
                }
                quoted = false;
                fields.add(cell.toString());
                cell.setLength(0);
                i = skipBlanks(line, quote + 1);
                if (i == n) {
                    return State.DONE;
                }
                if (line.charAt(i) != separator) {
                    return State.BROKEN;
                }
                i++;
            }
            if (i < n && line.charAt(i) == '"') {
                quoted = true;
                i++;
                continue;
            }
            int end = line.indexOf(separator, i);
            if (end < 0) {
                fields.add(line.substring(i));
                return State.DONE;
            }
            fields.add(line.substring(i, end));
            i = end + 1;
        }
    }

    private int skipBlanks(String line, int from) {
        int i = from;
        while (i < line.length() && line.charAt(i) == ' ' && separator != ' ') {
            i++;
        }
        return i;
    }
}
