package io.biggerbox.intake.read;

import io.biggerbox.intake.read.LineReader.Line;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file with a header. A row that is damaged (a quote never closed, a quote inside quotes, another number of
 * fields) costs its first line only: reading goes on at the line after it, so that later rows are found again. Blank lines
 * are not rows.
 */
public final class CsvRows implements RowReader<List<String>> {

    private static final String QUOTES =
            "Write quotes inside a quoted field twice (\"\") and close every quoted field.";

    private final LineReader lines;
    private final int maxRowChars;
    private final Deque<Line> pushedBack = new ArrayDeque<>();
    private final CsvSplitter splitter;
    private final List<String> header;

    private CsvRows(LineReader lines, CsvSplitter splitter, int maxRowChars, Line first) throws IOException {
        this.lines = lines;
        this.splitter = splitter;
        this.maxRowChars = maxRowChars;
        this.header = new ArrayList<>();
        pushedBack.addFirst(first);
        ReadRow<List<String>> row = next();
        if (row instanceof ReadRow.Intact<List<String>> intact) {
            header.addAll(intact.content());
            return;
        }
        String reason = row instanceof ReadRow.Damaged<List<String>> damaged
                ? damaged.fault().reason()
                : "it is missing";
        throw new UnreadableException(
                "has a header that cannot be read: " + reason,
                "The first line must hold the column names; if the file is not UTF-8, name its --encoding.");
    }

    /**
     * Reads the header and stands before the first row.
     *
     * @param lines the lines, from the first
     * @param separator the character between fields; null to take the comma, or the semicolon or tab of a header without
     *     commas
     * @param maxRowChars a row of several lines with more characters than this is taken for damaged
     * @throws UnreadableException if there is no header or it is damaged
     * @throws IOException if the file cannot be read
     */
    public static CsvRows open(LineReader lines, @Nullable Character separator, int maxRowChars) throws IOException {
        Line first = lines.next();
        while (first != null && first.text().isBlank()) {
            first = lines.next();
        }
        if (first == null) {
            throw new UnreadableException("is empty", "Export it again: not even a header was found in it.");
        }
        char between = separator == null ? guessSeparator(first.text()) : separator;
        return new CsvRows(lines, new CsvSplitter(between), maxRowChars, first);
    }

    /** The column names as they stand in the file. */
    public List<String> header() {
        return List.copyOf(header);
    }

    @Override
    public @Nullable ReadRow<List<String>> next() throws IOException {
        Line line = nextLine();
        while (line != null && line.text().isBlank()) {
            line = nextLine();
        }
        return line == null ? null : row(line);
    }

    private ReadRow<List<String>> row(Line first) throws IOException {
        RowFault fault = first.fault();
        if (fault != null && fault.kind() == RejectKind.TOO_LARGE) {
            return new ReadRow.Damaged<>(first.number(), first.text(), fault);
        }
        List<Line> taken = new ArrayList<>(1);
        taken.add(first);
        splitter.begin();
        CsvSplitter.State state = splitter.feed(first.text());
        Line last = first;
        int chars = first.text().length();
        while (state == CsvSplitter.State.OPEN) {
            Line line = nextLine();
            if (line == null) {
                return giveUp(taken, "a quoted field is never closed");
            }
            taken.add(line);
            chars += line.text().length();
            boolean overlong = line.fault() != null && line.fault().kind() == RejectKind.TOO_LARGE;
            // More fields than columns before the row has ended: the quote that holds it open is a stray one.
            if (overlong || chars > maxRowChars || tooManyFields()) {
                return giveUp(taken, "a quoted field is not closed where it should be");
            }
            splitter.lineEnd(last.end());
            fault = fault == null ? line.fault() : fault;
            state = splitter.feed(line.text());
            last = line;
        }
        if (state == CsvSplitter.State.BROKEN) {
            return giveUp(taken, "a closing quote is followed by more text");
        }
        return complete(taken, fault);
    }

    private ReadRow<List<String>> complete(List<Line> taken, @Nullable RowFault fault) {
        List<String> fields = splitter.fields();
        dropBlankTail(fields);
        if (!header.isEmpty() && fields.size() != header.size()) {
            String reason = "the row has " + fields.size() + " fields, the header has " + header.size() + " columns";
            if (taken.size() > 1) {
                return giveUp(taken, reason + "; a quoted field may not be closed");
            }
            String remedy = "Quote fields that hold the separator, and do not cut rows short.";
            return new ReadRow.Damaged<>(
                    taken.get(0).number(), raw(taken), RowFault.ofRow(RejectKind.FIELD_COUNT, reason, remedy));
        }
        long line = taken.get(0).number();
        return fault == null
                ? new ReadRow.Intact<>(line, raw(taken), fields)
                : new ReadRow.Damaged<>(line, raw(taken), fault);
    }

    /** Rejects the first line and hands the others back to be read as rows of their own. */
    private ReadRow<List<String>> giveUp(List<Line> taken, String reason) {
        for (int i = taken.size() - 1; i > 0; i--) {
            pushedBack.addFirst(taken.get(i));
        }
        Line first = taken.get(0);
        return new ReadRow.Damaged<>(
                first.number(), first.text(), RowFault.ofRow(RejectKind.BROKEN_SYNTAX, reason, QUOTES));
    }

    private boolean tooManyFields() {
        return !header.isEmpty() && splitter.fields().size() >= header.size();
    }

    /** Some tools end each row, but not the header, with separators. */
    private void dropBlankTail(List<String> fields) {
        while (!header.isEmpty()
                && fields.size() > header.size()
                && fields.get(fields.size() - 1).isBlank()) {
            fields.remove(fields.size() - 1);
        }
    }

    private @Nullable Line nextLine() throws IOException {
        Line line = pushedBack.pollFirst();
        return line == null ? lines.next() : line;
    }

    private static String raw(List<Line> taken) {
        if (taken.size() == 1) {
            return taken.get(0).text();
        }
        StringBuilder raw = new StringBuilder();
        for (int i = 0; i < taken.size(); i++) {
            raw.append(taken.get(i).text());
            if (i < taken.size() - 1) {
                raw.append(taken.get(i).end());
            }
        }
        return raw.toString();
    }

    private static char guessSeparator(String header) {
        if (header.indexOf(',') >= 0) {
            return ',';
        }
        long semicolons = header.chars().filter(c -> c == ';').count();
        long tabs = header.chars().filter(c -> c == '\t').count();
        if (semicolons == 0 && tabs == 0) {
            return ',';
        }
        return tabs > semicolons ? '\t' : ';';
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
