package io.biggerbox.backtest;

import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.service.DetectionSettingsFile;
import java.nio.file.Path;
import java.util.List;

/** When alerts are raised, from YAML or from a table with one row a series. */
public final class SeriesSettings {

    private SeriesSettings() {}

    /**
     * Reads {@code file}: a CSV file with the columns {@code series,product,theme,chronic_per_week} when
     * its name ends in {@code .csv}, else YAML as {@link DetectionSettingsFile} describes it.
     *
     * @throws BacktestException if a CSV file makes no sense
     * @throws io.biggerbox.service.InvalidSettingsException if a YAML file makes no sense
     */
    public static SettingsBook read(Path file) {
        if (!file.getFileName().toString().endsWith(".csv")) {
            return DetectionSettingsFile.read(file);
        }
        SettingsBook.Builder book = SettingsBook.builder(DetectionSettings.DEFAULTS);
        new CsvFile(file).forEach(List.of("product", "theme", "chronic_per_week"), row -> {
            double level = row.number("chronic_per_week");
            try {
                book.theme(
                        row.text("product"), row.text("theme"), DetectionSettings.DEFAULTS.withChronicPerWeek(level));
            } catch (IllegalArgumentException e) {
                throw row.problem("chronic_per_week does not do: " + e.getMessage());
            }
        });
        return book.build();
    }
}
