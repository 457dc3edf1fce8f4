package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.acceptance.support.ChildProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo, with little praise around the complaints, tells its stories to the end. */
class DemoTest {

    @Test
    void theDemoRunsToItsEndAndNamesWhatWasPlanted(@TempDir Path directory) throws Exception {
        try (ChildProcess demo = ChildProcess.start(directory, "demo", "--scale", "0.05")) {
            assertThat(demo.awaitEnd(150)).as(demo.output()).isZero();
            String output = demo.output();
            assertThat(output)
                    .contains("What was planted, and what was found:")
                    .contains("CHRONIC")
                    .contains("SURGE")
                    .contains("Where to look next:");
            String story = output.substring(output.indexOf("What was planted"), output.indexOf("Where to look next"));
            System.out.println(story);
            assertThat(story.lines().filter(line -> line.contains("✓") || line.contains("✗")))
                    .hasSizeGreaterThanOrEqualTo(6);
        }
    }
}
