package io.biggerbox.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.events.Author;
import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.SurveyKind;
import io.biggerbox.events.Ticket;
import io.biggerbox.events.TicketStatus;
import io.biggerbox.events.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventTimeSorterTest {

    private static final Instant START = Instant.parse("2025-05-01T00:00:00Z");

    private static final long ENOUGH = 64 << 20;

    @Property(tries = 100)
    void sortsLikeAStableSortHoweverLittleMemoryThereIs(
            @ForAll @Size(max = 200) List<@IntRange(max = 40) Integer> hours,
            @ForAll @IntRange(max = 200_000) int memory)
            throws IOException {
        List<SpecificRecord> events = new ArrayList<>();
        for (int hour : hours) {
            events.add(event(events.size(), START.plusSeconds(hour * 3600L)));
        }
        List<SpecificRecord> expected = new ArrayList<>(events);
        expected.sort(Comparator.comparing(EventTimes::eventTime));
        Path folder = Files.createTempDirectory("sorter");

        assertThat(sorted(folder, memory, events)).isEqualTo(expected);

        // An empty folder is all that can be deleted.
        Files.delete(folder);
    }

    @Test
    void aReviewThatWasRewrittenStandsAtThatTime(@TempDir Path folder) {
        Review rewritten = review(1, START);
        rewritten.setEditedAt(START.plusSeconds(600));
        Review later = review(2, START.plusSeconds(60));

        assertThat(sorted(folder, ENOUGH, List.of(rewritten, later))).containsExactly(later, rewritten);
    }

    @Test
    void whatFitsIntoMemoryNeedsNoFile(@TempDir Path folder) {
        Path none = folder.resolve("none");

        assertThat(sorted(none, ENOUGH, List.of(review(1, START)))).hasSize(1);
    }

    @Test
    void theFileHasNoNameAnyMoreWhileItIsWrittenSoThatEvenAKillLeavesNone(@TempDir Path folder) {
        try (EventTimeSorter sorter = new EventTimeSorter(folder, 0)) {
            sorter.add(review(1, START), 100);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedWithARemedy(@TempDir Path folder) {
        Path none = folder.resolve("none");
        try (EventTimeSorter sorter = new EventTimeSorter(none, 0)) {
            assertThatThrownBy(() -> sorter.add(review(1, START), 100))
                    .isInstanceOfSatisfying(
                            ImportException.class, e -> assertThat(e.remedy()).contains("-Djava.io.tmpdir="))
                    .hasMessageContaining(none.toString());
        }
    }

    private static List<SpecificRecord> sorted(Path folder, long memory, List<SpecificRecord> events) {
        List<SpecificRecord> sorted = new ArrayList<>();
        try (EventTimeSorter sorter = new EventTimeSorter(folder, memory)) {
            events.forEach(event -> sorter.add(event, 100));
            sorter.drainTo(sorted::add);
        }
        return sorted;
    }

    private static SpecificRecord event(int number, Instant time) {
        return switch (number % 3) {
            case 0 -> review(number, time);
            case 1 ->
                Ticket.newBuilder()
                        .setSource("test")
                        .setSourceId("t" + number)
                        .setRevision(2)
                        .setCustomerId("c" + number)
                        .setProduct("Box")
                        .setWrittenAt(time)
                        .setSubject("Übel 😀")
                        .setDescription("It broke.")
                        .setStatus(TicketStatus.OPEN)
                        .setTurns(List.of(Turn.newBuilder()
                                .setAuthor(Author.VENDOR)
                                .setIsPublic(true)
                                .setAt(time.plusSeconds(60))
                                .setText("Sorry.")
                                .build()))
                        .setTags(List.of("a", "b"))
                        .setAttributes(Map.of("state", "CA"))
                        .build();
            default ->
                Survey.newBuilder()
                        .setSource("test")
                        .setSourceId("s" + number)
                        .setRevision(1)
                        .setCustomerId("c" + number)
                        .setProduct("Box")
                        .setWrittenAt(time)
                        .setKind(SurveyKind.NPS)
                        .setScore(3.0)
                        .setScoreMin(0)
                        .setScoreMax(10)
                        .setAnswers(List.of())
                        .setAttributes(Map.of())
                        .build();
        };
    }

    private static Review review(int number, Instant time) {
        return Review.newBuilder()
                .setSource("test")
                .setSourceId("r" + number)
                .setRevision(1)
                .setCustomerId("c" + number)
                .setProduct("Box")
                .setWrittenAt(time)
                .setRating(1.0)
                .setText("Too small.")
                .setAttributes(Map.of())
                .build();
    }
}
