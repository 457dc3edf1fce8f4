package io.biggerbox.acceptance.support;

import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.TaxonomyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A small taxonomy, and sentences that it understands. */
public final class Themes {

    public static final String BOX = "packaging.box-too-small";
    public static final String LOGIN = "login.cannot-sign-in";
    public static final String DELIVERY = "delivery.late";

    public static final String BOX_TEXT = "The box was too small and the edges were crushed. Terrible.";
    public static final String LOGIN_TEXT = "I cannot log in since the update, very annoying.";
    public static final String LOGIN_PRAISE = "Login is quick and works perfectly, thank you.";
    public static final String DELIVERY_TEXT = "The delivery was late again, I am disappointed.";
    public static final String LEAVING_TEXT = "The delivery was late and I am cancelling my subscription for good.";
    public static final String PRAISE_TEXT = "Great service, I love it.";

    private static final String YAML =
            """
            id: default
            themes:
              - id: packaging.box-too-small
                name: Box too small
                description: "The box is too small for what it has to hold."
                team: packaging
                phrases: ["the box was too small", "box is far too small"]
                include: ["box too small"]
              - id: login.cannot-sign-in
                name: Cannot sign in
                description: "Signing in does not work."
                team: identity
                phrases: ["I cannot log in", "login does not work"]
                include: ["log in", "login", "sign in"]
              - id: delivery.late
                name: %s
                description: "It comes late."
                team: delivery
                phrases: ["the delivery was late", "arrived too late"]
                include: ["delivery was late", "late delivery"]
            """;

    private Themes() {}

    /** Writes the taxonomy to a file of this folder. */
    public static Path write(Path directory) {
        return write(directory, "Late delivery");
    }

    /** The taxonomy with another name for the theme of deliveries, hence another version. */
    public static Path write(Path directory, String deliveryName) {
        try {
            return Files.writeString(directory.resolve("taxonomy.yaml"), YAML.formatted(deliveryName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The taxonomy in a file. */
    public static Taxonomy read(Path file) {
        return Objects.requireNonNull(TaxonomyFiles.read(file).taxonomy());
    }
}
