package io.biggerbox.cli.compile;

import io.biggerbox.compiler.Compilation;
import io.biggerbox.compiler.ThemeReport;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compilation for machines: names and plain values; what could not be estimated is null. */
public final class CompilationJson {
    private CompilationJson() {}

    /** All of it. */
    public static Map<String, @Nullable Object> of(Compilation made) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("version", made.taxonomy().version());
        object.put("teacher", made.teacher());
        object.put("examples", made.judged());
        object.put("history", made.history());
        object.put("history_left_out", made.left());
        object.put("coverage", number(made.coverage()));
        object.put("held_back", made.heldBack());
        object.put("held_back_right", number(made.agreement()));
        object.put("bytes", made.bytes());
        object.put("themes", made.themes().stream().map(CompilationJson::of).toList());
        return object;
    }

    private static Map<String, @Nullable Object> of(ThemeReport row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("theme", row.theme());
        object.put("phrases", row.phrases());
        object.put("judged", row.judged());
        object.put("history", row.history());
        object.put("precision", number(row.precision()));
        object.put("recall", number(row.recall()));
        object.put("recognised", number(row.recognised()));
        object.put("threshold", row.threshold());
        object.put("undefined", row.undefined());
        object.put("overlaps", row.overlaps());
        return object;
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
