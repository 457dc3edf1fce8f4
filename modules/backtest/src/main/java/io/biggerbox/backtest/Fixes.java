package io.biggerbox.backtest;

import io.biggerbox.events.Command;
import io.biggerbox.events.CommandKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes that teams declared in the past: a CSV file with the columns {@code series,fix_time}. */
public final class Fixes {

    private Fixes() {}

    /**
     * A declared change.
     *
     * @param at when it was said, and from when on it was to take effect
     * @param command the command as a team would have sent it
     */
    public record Fix(Instant at, Command command) {}

    /**
     * Reads the file.
     *
     * @throws BacktestException naming file, line and column
     */
    public static List<Fix> read(Path file) {
        List<Fix> fixes = new ArrayList<>();
        new CsvFile(file).forEach(List.of("series", "fix_time"), row -> {
            String series = row.text("series");
            int cut = series.indexOf('/');
            if (cut <= 0 || cut == series.length() - 1) {
                throw row.problem("series must be PRODUCT/theme, but is " + series);
            }
            Instant at = row.time("fix_time");
            fixes.add(new Fix(
                    at,
                    Command.newBuilder()
                            .setCommandId("fix:" + series + "@" + at)
                            .setKind(CommandKind.DECLARE_CHANGE)
                            .setProduct(series.substring(0, cut))
                            .setTheme(series.substring(cut + 1))
                            .setEffectiveAt(at)
                            .setActor("backtest")
                            .setIssuedAt(at)
                            .build()));
        });
        fixes.sort(Comparator.comparing(Fix::at));
        return fixes;
    }
}
