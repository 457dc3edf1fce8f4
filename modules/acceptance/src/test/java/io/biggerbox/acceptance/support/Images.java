package io.biggerbox.acceptance.support;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Images that are built here, since none can be fetched everywhere. */
public final class Images {

    /** Looks from outside as {@code apache/kafka} does. */
    public static final String KAFKA = "biggerbox-test/kafka";

    /** The applications, from {@code deploy/Dockerfile}. */
    public static final String APPLICATIONS = "biggerbox-test/biggerbox";

    /** Looks from outside as {@code apicurio/apicurio-registry} does. */
    public static final String REGISTRY = "biggerbox-test/apicurio";

    private static final Duration TIME_TO_BUILD = Duration.ofMinutes(10);

    private Images() {}

    /**
     * Builds what is new since the last time.
     *
     * @param directory for the output
     */
    public static void build(Path directory) throws IOException, InterruptedException {
        new Tool(directory, TIME_TO_BUILD)
                .run(
                        Path.of("src/test/docker/build-images").toAbsolutePath().toString(),
                        System.getProperty("java.home"),
                        Apicurio.javaHome().toString());
    }
}
