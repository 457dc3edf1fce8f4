package io.biggerbox.devstack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** What a new version of a subject must be able to do with the earlier ones. */
enum CompatibilityLevel {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    /** The new schema reads old records. */
    private final boolean backward;
    /** Old schemas read new records. */
    private final boolean forward;
    /** Towards all earlier versions, not only the latest. */
    private final boolean transitive;

    CompatibilityLevel(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    static CompatibilityLevel parse(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw RegistryError.coded(
                    42203,
                    "Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive, "
                            + "forward_transitive, and full_transitive");
        }
    }

    /**
     * Compares a new schema with those before it: one line per problem, empty if there is none.
     *
     * @param candidate the new schema
     * @param earlier the live versions, oldest first
     */
    List<String> check(Schema candidate, List<Schema> earlier) {
        List<Schema> against =
                transitive || earlier.isEmpty() ? earlier : earlier.subList(earlier.size() - 1, earlier.size());
        List<String> problems = new ArrayList<>();
        for (Schema old : against) {
            if (backward) {
                collect(problems, "new schema cannot read records of an earlier one", candidate, old);
            }
            if (forward) {
                collect(problems, "an earlier schema cannot read records of the new one", old, candidate);
            }
        }
        return problems;
    }

    private static void collect(List<String> problems, String kind, Schema reader, Schema writer) {
        for (Incompatibility found : SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()) {
            problems.add(kind + ": " + found.getType() + " at " + found.getLocation() + ": " + found.getMessage());
        }
    }
}
