package io.biggerbox.cli;

import io.biggerbox.text.taxonomy.TaxonomyFiles;
import io.biggerbox.text.taxonomy.TaxonomyProblem;
import io.biggerbox.text.taxonomy.TaxonomyResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What can be done with taxonomies. */
@Command(
        name = "taxonomy",
        mixinStandardHelpOptions = true,
        description = "Works on the themes that are listened for.",
        subcommands = {TaxonomyCommand.Validate.class, CompileCommand.class, PublishCommand.class})
final class TaxonomyCommand {

    /** Checks files. */
    @Command(
            name = "validate",
            mixinStandardHelpOptions = true,
            description =
                    "Checks a taxonomy and lists everything that is wrong with it. Exit code 1 when it cannot be used.")
    static final class Validate implements Callable<Integer> {

        @Parameters(paramLabel = "DIR_OR_YAML", description = "A YAML file, or a folder of them.")
        private Path path = Path.of("");

        @Option(names = "--json", description = "Prints one JSON object.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @SuppressWarnings("NullAway.Init") // filled in by picocli
        Validate() {}

        @Override
        public Integer call() {
            TaxonomyResult result = TaxonomyFiles.read(path);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(toJson(result));
            } else {
                result.problems()
                        .forEach(problem ->
                                out.println(problem.severity().name().toLowerCase(Locale.ROOT) + ": " + problem));
                var taxonomy = result.taxonomy();
                out.println(
                        taxonomy == null
                                ? path + " cannot be used"
                                : path + " is valid: " + taxonomy.themes().size() + " themes, version "
                                        + taxonomy.version());
            }
            out.flush();
            return result.taxonomy() == null ? 1 : 0;
        }

        private static String toJson(TaxonomyResult result) {
            var taxonomy = result.taxonomy();
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("valid", taxonomy != null);
            object.put("version", taxonomy == null ? null : taxonomy.version());
            object.put("themes", taxonomy == null ? 0 : taxonomy.themes().size());
            object.put(
                    "problems", result.problems().stream().map(Validate::toMap).toList());
            return Json.line(object);
        }

        private static Map<String, @Nullable Object> toMap(TaxonomyProblem problem) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("severity", problem.severity().name());
            map.put("file", problem.file());
            map.put("theme", problem.theme());
            map.put("field", problem.field());
            map.put("message", problem.message());
            map.put("remedy", problem.remedy());
            return map;
        }
    }

    /** Filled in by picocli. */
    TaxonomyCommand() {}
}
