package io.biggerbox.intake;

import io.biggerbox.intake.read.RejectKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads times in announced forms only. Nothing is guessed from the size of a number or the order of its parts: what does
 * not fit, or fits two announced forms with different results, is a fault.
 */
final class TimeParser {

    /** Times before this are taken for mistakes: nobody exports feedback that old. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Duration TOLERANCE = Duration.ofDays(1);
    private static final String REMEDY = "Name the form under date_formats in a column map (iso, epoch_seconds,"
            + " epoch_millis or a pattern such as M/d/yyyy HH:mm), or write times as 2025-01-31T13:45:00Z.";

    private final List<Form> forms;
    private final Instant latest;

    private TimeParser(List<Form> forms, Instant now) {
        this.forms = forms;
        this.latest = now.plus(TOLERANCE);
    }

    /** One announced form; gives null when the text is not in it. */
    @FunctionalInterface
    private interface Form {
        @Nullable
        Instant read(String text);
    }

    /**
     * @param formats {@code iso}, {@code epoch_seconds}, {@code epoch_millis} or patterns
     * @param zone the zone of times without offset
     * @param now times more than a day later are faults
     */
    static TimeParser of(List<String> formats, ZoneId zone, Instant now) {
        List<Form> forms = new ArrayList<>();
        for (String format : formats) {
            forms.add(
                    switch (format) {
                        case "iso" -> new Pattern(iso(), zone)::readIso;
                        case "epoch_seconds" -> text -> epoch(text, 1000);
                        case "epoch_millis" -> text -> epoch(text, 1);
                        default -> new Pattern(pattern(format), zone)::read;
                    });
        }
        return new TimeParser(forms, now);
    }

    /**
     * The time.
     *
     * @param field the field's name, for the message
     * @throws RowFaultException if it is in no announced form, in two that differ, or implausible
     */
    Instant parse(String field, String value) {
        String text = value.strip();
        Instant found = null;
        for (Form form : forms) {
            Instant time = form.read(text);
            if (time != null && found != null && !time.equals(found)) {
                throw new RowFaultException(
                        field,
                        RejectKind.AMBIGUOUS_DATE,
                        field + " is " + Texts.shown(text) + ", which reads as " + found + " or as " + time,
                        "Announce only one of the two forms under date_formats.");
            }
            found = time == null ? found : time;
        }
        if (found == null) {
            throw new RowFaultException(
                    field,
                    RejectKind.UNKNOWN_DATE,
                    field + " is " + Texts.shown(text) + ", which is not a time in a known form",
                    REMEDY);
        }
        return plausible(field, found);
    }

    /** The time itself, if it is neither in the future nor before 1990. */
    Instant plausible(String field, Instant time) {
        if (time.isAfter(latest)) {
            throw new RowFaultException(
                    field,
                    RejectKind.IMPLAUSIBLE_DATE,
                    field + " is " + time + ", which is in the future",
                    "Check the clock and the date format of the source.");
        }
        if (time.isBefore(EARLIEST)) {
            throw new RowFaultException(
                    field,
                    RejectKind.IMPLAUSIBLE_DATE,
                    field + " is " + time + ", which is before 1990",
                    "Check the date format of the source: seconds taken for milliseconds end up in 1970.");
        }
        return time;
    }

    private static @Nullable Instant epoch(String text, long factor) {
        try {
            return Instant.ofEpochMilli(Math.multiplyExact(Long.parseLong(text), factor));
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    private static DateTimeFormatter pattern(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    private static DateTimeFormatter iso() {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("uuuu-MM-dd")
                .optionalStart()
                .appendPattern("['T'][' ']HH:mm")
                .optionalStart()
                .appendPattern(":ss")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd()
                .optionalEnd()
                .appendPattern("[' ']")
                .optionalStart()
                .appendOffset("+HH:MM", "Z")
                .optionalEnd()
                .optionalStart()
                .appendOffset("+HHMM", "+0000")
                .optionalEnd()
                .optionalStart()
                .appendOffset("+HH", "+00")
                .optionalEnd()
                .optionalEnd()
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private record Pattern(DateTimeFormatter formatter, ZoneId zone) {

        @Nullable
        Instant readIso(String text) {
            if (text.length() < 10 || text.charAt(4) != '-') {
                return null;
            }
            // Ruby tools write "2020-01-01 10:00:00 UTC".
            return read(text.endsWith(" UTC") ? text.substring(0, text.length() - 4) + "Z" : text);
        }

        @Nullable
        Instant read(String text) {
            try {
                // Not parseBest: it throws and catches an exception for each kind of time that the text is not.
                TemporalAccessor parsed = formatter.parse(text);
                LocalDate date = parsed.query(TemporalQueries.localDate());
                LocalTime time = parsed.query(TemporalQueries.localTime());
                ZoneId own = parsed.query(TemporalQueries.zone());
                if (date == null) {
                    return null;
                }
                return date.atTime(time == null ? LocalTime.MIDNIGHT : time)
                        .atZone(own == null ? zone : own)
                        .toInstant();
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
