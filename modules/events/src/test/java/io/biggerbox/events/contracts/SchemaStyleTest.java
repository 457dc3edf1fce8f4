package io.biggerbox.events.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.Command;
import io.biggerbox.events.Correction;
import io.biggerbox.events.Erasure;
import io.biggerbox.events.ExperienceStats;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.Taxonomy;
import io.biggerbox.events.ThemeCandidate;
import io.biggerbox.events.ThemeDecision;
import io.biggerbox.events.ThemeStats;
import io.biggerbox.events.Ticket;
import io.biggerbox.events.wire.CleanSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts speak one language. */
class SchemaStyleTest {

    private static final String SNAKE_CASE = "[a-z][a-z0-9]*(_[a-z0-9]+)*";
    /** Enums that get no further symbols. */
    private static final Set<String> CLOSED = Set.of("SentimentLabel", "ReadingStatus");

    private static final Set<Schema.Type> FLAT = Set.of(
            Schema.Type.STRING,
            Schema.Type.LONG,
            Schema.Type.INT,
            Schema.Type.DOUBLE,
            Schema.Type.BOOLEAN,
            Schema.Type.ENUM);

    static Stream<Class<?>> records() {
        return Stream.of(
                Review.class,
                Ticket.class,
                Survey.class,
                Feedback.class,
                ThemeStats.class,
                ExperienceStats.class,
                ProcessChangeAlert.class,
                Command.class,
                Taxonomy.class,
                Correction.class,
                ThemeCandidate.class,
                ThemeDecision.class,
                Erasure.class);
    }

    static Stream<Map.Entry<String, Schema>> files() throws IOException {
        return Contracts.present().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everythingIsDocumentedAndNamedAlike(Map.Entry<String, Schema> file) {
        List<String> problems = new ArrayList<>();
        Contracts.namedTypes(file.getValue(), type -> check(type, problems));
        assertThat(problems).isEmpty();
        assertThat(file.getKey()).isEqualTo(file.getValue().getName() + ".avsc");
    }

    private static void check(Schema type, List<String> problems) {
        if (!"io.biggerbox.events".equals(type.getNamespace())) {
            problems.add(type.getFullName() + " is in another namespace");
        }
        if (isBlank(type.getDoc())) {
            problems.add(type.getName() + " has no doc");
        }
        if (type.getType() == Schema.Type.ENUM && type.getEnumDefault() == null && !CLOSED.contains(type.getName())) {
            problems.add(type.getName() + " has no default: readers of today break on the symbols of tomorrow");
        }
        if (type.getType() != Schema.Type.RECORD) {
            return;
        }
        for (Schema.Field field : type.getFields()) {
            String name = type.getName() + "." + field.name();
            if (isBlank(field.doc())) {
                problems.add(name + " has no doc");
            }
            if (!field.name().matches(SNAKE_CASE)) {
                problems.add(name + " is not in snake_case");
            }
            Schema value = withoutNull(field.schema());
            boolean time = field.name().endsWith("_at")
                    || field.name().equals("at")
                    || field.name().endsWith("_time");
            boolean millis =
                    value.getLogicalType() != null && value.getLogicalType().equals(LogicalTypes.timestampMillis());
            if (time != millis && value.getType() == Schema.Type.LONG && (time || value.getLogicalType() != null)) {
                boolean window = field.name().matches("window_(start|end)|daily_start|.*_until|until");
                if (!(millis && window)) {
                    problems.add(name + " is a time and no timestamp-millis, or the other way round");
                }
            }
            if (value.getLogicalType() != null && !millis) {
                problems.add(
                        name + " has the logical type " + value.getLogicalType().getName());
            }
        }
    }

    private static boolean isBlank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Schema withoutNull(Schema schema) {
        return schema.getType() == Schema.Type.UNION
                ? schema.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }

    @ParameterizedTest
    @MethodSource("records")
    void generatedClassesAreThoseOfTheFiles(Class<?> type) throws IOException {
        Schema file = Objects.requireNonNull(Contracts.present().get(type.getSimpleName() + ".avsc"));
        Schema generated = SpecificData.get().getSchema(type);
        assertThat(CleanSchema.of(generated)).isEqualTo(file);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordHasAFile(Class<?> type) throws IOException {
        assertThat(Contracts.present()).containsKey(type.getSimpleName() + ".avsc");
        assertThat(Contracts.present()).hasSize((int) records().count());
        assertThat(Contracts.released()).containsKey(type.getSimpleName() + ".avsc");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aggregateRowsAreFlat(Class<?> type) {
        assertThat(SpecificData.get().getSchema(type).getFields())
                .allSatisfy(field ->
                        assertThat(field.schema().getType()).as(field.name()).isIn(FLAT));
    }

    static Stream<Class<?>> rows() {
        return Stream.of(ThemeStats.class, ExperienceStats.class);
    }
}
