package io.biggerbox.backtest;

import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.SettingsBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Makes small classified histories and plays them. */
final class ClassifiedFile {

    static final String HEADER = "event_time,arrival_time,event_id,customer_id,product,theme,sentiment,channel";

    private ClassifiedFile() {}

    private record Row(Instant arrival, String text) {}

    /** Twenty weeks: a chronic complaint, a surge, praise, late rows and repeated deliveries, in order of arrival. */
    static List<String> rows(Instant start) {
        return rows(start, 11);
    }

    /** The same with other chances, and a surge that is another one for each seed and comes back. */
    static List<String> rows(Instant start, long seed) {
        Random random = new Random(seed);
        int surge = 100 - (int) (seed % 11) * 2;
        List<Row> rows = new ArrayList<>();
        int id = 0;
        for (int day = 0; day < 140; day++) {
            for (int i = 0; i < 8; i++) {
                boolean box = i < 2;
                boolean login = ((day >= surge && day < surge + 6) || (day >= surge + 30 && day < surge + 35)) && i < 7;
                Instant at = start.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(86_000));
                Instant arrival = at.plusSeconds(random.nextInt(10) == 0 ? 200_000 : random.nextInt(3_000));
                String theme = login ? "app.login" : "packaging.box";
                String row = String.join(
                        ",",
                        at.toString(),
                        arrival.toString(),
                        "e" + id,
                        "c" + id,
                        "Box",
                        theme,
                        box || login ? "negative" : "positive",
                        "web");
                rows.add(new Row(arrival, row));
                if (random.nextInt(8) == 0) {
                    Instant again = arrival.plusSeconds(5_000);
                    rows.add(new Row(again, row.replace(arrival.toString(), again.toString())));
                }
                id++;
            }
        }
        rows.sort(Comparator.comparing(Row::arrival));
        return rows.stream().map(Row::text).toList();
    }

    static Path write(Path file, List<String> rows) throws IOException {
        return Files.writeString(file, HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    static List<ProcessChangeAlert> play(Path file, List<Fixes.Fix> fixes) {
        List<ProcessChangeAlert> alerts = new ArrayList<>();
        try (Backtest backtest =
                Backtest.ofClassified(SettingsBook.of(DetectionSettings.DEFAULTS), fixes, alerts::add)) {
            ClassifiedEvents.read(file, backtest::play);
            backtest.finish();
        }
        return alerts;
    }
}
