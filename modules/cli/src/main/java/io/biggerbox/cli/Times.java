package io.biggerbox.cli;

import io.biggerbox.cli.output.CommandFailedException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** Times as people write them. */
final class Times {

    private Times() {}

    /**
     * Reads {@code 2026-03-01}, {@code 2026-03-01T09:30}, {@code 2026-03-01T09:30:00+01:00} or {@code now};
     * without an offset it is UTC.
     *
     * @throws CommandFailedException if it is none of these
     */
    static Instant at(String text, Instant now) {
        if (text.equals("now")) {
            return now;
        }
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            boolean offset = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d$");
            return offset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new CommandFailedException(text + " is no time; write 2026-03-01, 2026-03-01T09:30:00Z or now");
        }
    }

    /**
     * Reads a time, or a span from now on: {@code 36h}, {@code 14d}, {@code 2w}.
     *
     * @throws CommandFailedException if it is neither
     */
    static Instant until(String text, Instant now) {
        if (!text.matches("\\d{1,5}[hdw]")) {
            return at(text, now);
        }
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.toLowerCase(Locale.ROOT).charAt(text.length() - 1)) {
            case 'h' -> now.plus(Duration.ofHours(count));
            case 'd' -> now.plus(Duration.ofDays(count));
            default -> now.plus(Duration.ofDays(7 * count));
        };
    }
}
