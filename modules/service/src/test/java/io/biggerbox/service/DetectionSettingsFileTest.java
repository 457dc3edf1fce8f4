package io.biggerbox.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.SettingsBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionSettingsFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("detection.yaml"), yaml);
    }

    @Test
    void whatALevelDoesNotSayTheLevelAboveItSays() throws IOException {
        SettingsBook book = DetectionSettingsFile.read(
                file(
                        """
                defaults:
                  chronicPerWeek: 6
                  minimumCustomers: 3
                products:
                  Mobile app:
                    chronicPerWeek: 12
                    themes:
                      app.login:
                        chronicPerWeek: 4.5
                """));
        assertThat(book.of("Other").chronicPerWeek()).isEqualTo(6);
        assertThat(book.of("Other").minimumCustomers()).isEqualTo(3);
        assertThat(book.of("Other").surge()).isEqualTo(DetectionSettings.DEFAULTS.surge());
        assertThat(book.of("Mobile app").chronicPerWeek()).isEqualTo(12);
        assertThat(book.of("Mobile app", "app.other").minimumCustomers()).isEqualTo(3);
        assertThat(book.of("Mobile app", "app.login").chronicPerWeek()).isEqualTo(4.5);
        assertThat(book.of("Mobile app", "app.login").minimumCustomers()).isEqualTo(3);
    }

    @Test
    void anEmptyFileChangesNothing() throws IOException {
        for (String yaml : new String[] {"", "# nothing\n", "defaults:\n", "products:\n  Box:\n"}) {
            assertThat(DetectionSettingsFile.read(file(yaml)).of("Box", "x")).isEqualTo(DetectionSettings.DEFAULTS);
        }
    }

    @Test
    void everyProblemIsToldAtOnce() throws IOException {
        Path path = file(
                """
                defualts: {}
                defaults:
                  chronicPerWeek: -1
                products:
                  Box:
                    tickHours: 5
                    colour: red
                    themes:
                      app.login:
                        surge: loud
                  Crate: 7
                """);
        assertThatThrownBy(() -> DetectionSettingsFile.read(path))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining("defualts is unknown")
                .hasMessageContaining("chronicPerWeek must be above 0, but is -1")
                .hasMessageContaining("products.Box.colour is unknown")
                .hasMessageContaining("tickHours must divide 24")
                .hasMessageContaining("products.Box.themes.app.login")
                .hasMessageContaining("products.Crate must be a map")
                .satisfies(error ->
                        assertThat(String.valueOf(error.getMessage()).lines()).hasSize(7));
    }

    @Test
    void whatIsNoYamlIsSaidToBeNone() throws IOException {
        Path path = file("defaults: [1, 2\nx: }");
        assertThatThrownBy(() -> DetectionSettingsFile.read(path))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("is not YAML");
    }

    @Test
    void aListIsNoSettings() throws IOException {
        Path path = file("- chronicPerWeek: 5\n");
        assertThatThrownBy(() -> DetectionSettingsFile.read(path))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("must be a map");
    }

    @Test
    void productsOrThemesThatAreNoMapsAreSaidToBeWrong() throws IOException {
        Path products = file("products: [Box]\n");
        assertThatThrownBy(() -> DetectionSettingsFile.read(products))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("products must be a map");
        Path themes = file("products:\n  Box:\n    themes: [a]\n");
        assertThatThrownBy(() -> DetectionSettingsFile.read(themes))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("products.Box.themes must be a map");
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeMissing() {
        assertThatThrownBy(() -> DetectionSettingsFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("cannot be read");
    }
}
