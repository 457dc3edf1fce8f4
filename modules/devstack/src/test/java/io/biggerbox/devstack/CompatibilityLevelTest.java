package io.biggerbox.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityLevelTest {
    private static final Schema FIRST =
            SchemaBuilder.record("R").fields().requiredInt("a").requiredInt("b").endRecord();
    private static final Schema ONLY_A =
            SchemaBuilder.record("R").fields().requiredInt("a").endRecord();
    private static final Schema A_OPTIONAL_B = SchemaBuilder.record("R")
            .fields()
            .requiredInt("a")
            .optionalString("b")
            .endRecord();

    /** Adds an optional field b to ONLY_A, while the version before that had another field b. */
    @ParameterizedTest
    @CsvSource({
        "NONE, true, true",
        "BACKWARD, true, true",
        "BACKWARD_TRANSITIVE, false, true",
        "FORWARD, true, false",
        "FORWARD_TRANSITIVE, false, false",
        "FULL, true, false",
        "FULL_TRANSITIVE, false, false"
    })
    void levels(CompatibilityLevel level, boolean reusingTheName, boolean droppingAField) {
        assertThat(level.check(A_OPTIONAL_B, List.of(FIRST, ONLY_A)).isEmpty()).isEqualTo(reusingTheName);
        assertThat(level.check(ONLY_A, List.of(FIRST)).isEmpty()).isEqualTo(droppingAField);
        assertThat(level.check(FIRST, List.of())).isEmpty();
    }
}
