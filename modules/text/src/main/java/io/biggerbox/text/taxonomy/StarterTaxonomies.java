package io.biggerbox.text.taxonomy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Taxonomies to start with, written from what customers of most companies complain about. */
public final class StarterTaxonomies {
    private static final List<String> NAMES = List.of("general", "retail", "software", "banking");

    private StarterTaxonomies() {}

    /** The packs there are: one for everybody, and one for each of some lines of business. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * One or more packs merged, with the id {@code default} and a version that depends on their content only.
     *
     * @param names some of {@link #names()}, at least one
     * @throws IllegalArgumentException for an unknown name
     */
    public static Taxonomy load(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("name at least one of " + NAMES);
        }
        TaxonomyDraft draft = new TaxonomyDraft();
        for (String name : names) {
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("no starter taxonomy '" + name + "'; there are " + NAMES);
            }
            TaxonomyYaml.read(name + ".yaml", text(name), draft);
        }
        return draft.finish().orThrow();
    }

    /**
     * One pack as it ships, for people who want to edit it.
     *
     * @param name one of {@link #names()}
     */
    public static String text(String name) {
        String path = "/io/biggerbox/text/taxonomies/" + name + ".yaml";
        try (InputStream in = StarterTaxonomies.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("no starter taxonomy '" + name + "'; there are " + NAMES);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
