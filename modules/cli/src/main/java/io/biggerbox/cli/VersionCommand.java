package io.biggerbox.cli;

import io.biggerbox.cli.output.Program;
import io.biggerbox.text.FastReader;
import io.biggerbox.text.taxonomy.StarterTaxonomies;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.detect.DetectTopology;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the versions that labels and alerts name. */
@Command(name = "version", mixinStandardHelpOptions = true, description = "Prints versions.")
final class VersionCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    VersionCommand() {}

    @Override
    public Integer call() {
        Taxonomy taxonomy = StarterTaxonomies.load(StarterTaxonomies.names().toArray(String[]::new));
        FastReader reader = FastReader.create(taxonomy);
        String program = Program.VERSION;
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? Json.object(
                                "version", program,
                                "reader", reader.modelVersion(),
                                "detection", DetectTopology.RULES_VERSION,
                                "starter_taxonomy", taxonomy.version(),
                                "kafka", AppInfoParser.getVersion(),
                                "java", Runtime.version().toString())
                        : "biggerbox " + program + "\nreader " + reader.modelVersion() + "\ndetection "
                                + DetectTopology.RULES_VERSION + "\nstarter taxonomy " + taxonomy.version() + "\nkafka "
                                + AppInfoParser.getVersion() + "\njava " + Runtime.version());
        out.flush();
        return 0;
    }
}
