package io.biggerbox.intake.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One JSON object a line; blank lines are not rows. */
public final class JsonLines implements RowReader<ObjectNode> {

    private final LineReader lines;
    private final JsonObjects objects = new JsonObjects();

    /** Reads from the first line. */
    public JsonLines(LineReader lines) {
        this.lines = lines;
    }

    @Override
    public @Nullable ReadRow<ObjectNode> next() throws IOException {
        LineReader.Line line = lines.next();
        while (line != null && line.text().isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        RowFault fault = line.fault();
        return fault == null
                ? objects.parse(line.number(), line.text())
                : new ReadRow.Damaged<>(line.number(), line.text(), fault);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
