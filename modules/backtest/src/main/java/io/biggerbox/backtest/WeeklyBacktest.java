package io.biggerbox.backtest;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.biggerbox.recurrence.SeasonalRegression;
import io.biggerbox.recurrence.WeekVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Weekly counts through the {@link SeasonalRegression}: which weeks would have been an alarm?
 *
 * <p>The file is a CSV table with one series a row: its name in {@code series_id}, and its counts in the columns
 * {@code w1}, {@code w2}, … in the order of time, 52 of them a year. Other columns are ignored. An empty field is a
 * week without data, which is not a week without cases. A decision about a week rests on that week and those before
 * it. Only one row is in memory at a time.
 */
public final class WeeklyBacktest {

    private static final String SERIES = "series_id";
    private static final double WEEKS_PER_YEAR = 52;

    /** More than nine digits are no week. */
    private static final String WEEK = "w\\d{1,9}";

    private final Path input;
    private final CsvFile file;
    private final int[] weekOfColumn;
    private long series;
    private long weeks;
    private long alarms;

    /**
     * Reads the header.
     *
     * @param input the weekly counts
     * @throws BacktestException naming what is wrong with the header
     */
    public WeeklyBacktest(Path input) {
        this.input = input;
        file = new CsvFile(input);
        weekOfColumn = weeks(file.header());
    }

    /** Week numbers by column; 0 for columns that are none. */
    private int[] weeks(List<String> header) {
        int[] found = new int[header.size()];
        String before = "";
        int last = 0;
        for (int i = 0; i < found.length; i++) {
            String name = header.get(i);
            if (name.matches(WEEK)) {
                found[i] = Integer.parseInt(name.substring(1));
                if (found[i] <= last) {
                    throw file.headerProblem("column " + name
                            + (before.isEmpty() ? " is no week: weeks begin with w1" : " stands after " + before)
                            + "; give every week once, in ascending order");
                }
                last = found[i];
                before = name;
            }
        }
        if (last == 0) {
            throw file.headerProblem("the file has no column of counts; name them w1, w2 and so on, one for each week");
        }
        return found;
    }

    /**
     * Writes every alarm as {@code series_id,week}.
     *
     * @param output is replaced if it exists
     * @throws BacktestException naming file, line and column of the first count that makes no sense
     */
    public void run(Path output) throws IOException {
        Set<String> names = new HashSet<>();
        try (CsvWriter writer = CsvWriter.builder().build(output)) {
            writer.writeRecord(SERIES, "week");
            file.forEach(List.of(SERIES), row -> {
                String name = row.text(SERIES);
                if (!names.add(name)) {
                    throw row.problem(SERIES + " " + name + " stands in an earlier line of " + input.getFileName()
                            + " too; give all weeks of a series in one row");
                }
                play(name, row, writer);
                series++;
            });
        }
    }

    private void play(String name, CsvFile.Row row, CsvWriter writer) {
        SeasonalRegression regression = new SeasonalRegression(WEEKS_PER_YEAR);
        for (int i = 0; i < weekOfColumn.length; i++) {
            String text = weekOfColumn[i] == 0 ? "" : row.at(i).strip();
            if (text.isEmpty()) {
                continue;
            }
            WeekVerdict verdict = regression.observe(weekOfColumn[i], count(row, weekOfColumn[i], text));
            weeks++;
            if (verdict.isAlarm()) {
                writer.writeRecord(name, String.valueOf(verdict.week()));
                alarms++;
            }
        }
    }

    private static long count(CsvFile.Row row, int week, String text) {
        try {
            long count = Long.parseLong(text);
            if (count >= 0 && count <= SeasonalRegression.LARGEST_COUNT) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers out of range.
        }
        throw row.problem("w" + week + " is " + text + "; give the cases of the week as a whole number from 0 to "
                + SeasonalRegression.LARGEST_COUNT + ", or leave it empty where there are no data");
    }

    /** Series played so far. */
    public long series() {
        return series;
    }

    /** Weeks with data played so far. */
    public long weeks() {
        return weeks;
    }

    /** Alarms written so far. */
    public long alarms() {
        return alarms;
    }
}
