package io.biggerbox.text.taxonomy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads taxonomies from disk and names everything that is wrong with them at once. */
public final class TaxonomyFiles {
    private TaxonomyFiles() {}

    /**
     * Reads one YAML file, or all {@code .yaml} and {@code .yml} files of a directory merged in the order of their names.
     * Without a version in the files, the version is a fingerprint of the content. A folder may hold what was learned for its
     * themes, see {@link CompiledTaxonomy}. Never throws for what the files hold
     * or for files that cannot be read: both are problems.
     *
     * @param path a file or a directory
     */
    public static TaxonomyResult read(Path path) {
        TaxonomyDraft draft = new TaxonomyDraft();
        try {
            List<Path> files = filesOf(path);
            if (files.isEmpty()) {
                draft.error(path.toString(), null, null, "holds no .yaml file", "put at least one there");
            }
            for (Path file : files) {
                read(file, draft);
            }
            draft.learned(CompiledTaxonomy.read(path, draft));
        } catch (NoSuchFileException e) {
            draft.error(path.toString(), null, null, "does not exist", "check the path");
        } catch (IOException e) {
            draft.error(path.toString(), null, null, "cannot be read: " + e.getMessage(), "check that it may be read");
        }
        return draft.finish();
    }

    private static List<Path> filesOf(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> listed = Files.list(path)) {
            return listed.filter(TaxonomyFiles::isYaml).sorted().toList();
        }
    }

    private static boolean isYaml(Path file) {
        String name = file.toString();
        return Files.isRegularFile(file) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private static void read(Path file, TaxonomyDraft draft) throws IOException {
        String name = String.valueOf(file.getFileName());
        byte[] bytes = Files.readAllBytes(file);
        String yaml;
        try {
            yaml = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            draft.error(name, null, null, "is not UTF-8: " + e.getMessage(), "save it with the encoding UTF-8");
            return;
        }
        TaxonomyYaml.read(name, yaml.startsWith("\ufeff") ? yaml.substring(1) : yaml, draft);
    }
}
