package io.biggerbox.intake.columns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads column map files. */
public final class ColumnMapFile {

    private ColumnMapFile() {}

    /**
     * Reads a map.
     *
     * @throws MapException with every problem of the file, not only the first
     * @throws IOException if the file cannot be read
     */
    public static ColumnMap read(Path file) throws IOException {
        return parse(Files.readString(file), file.toString());
    }

    /**
     * Reads a map from its text.
     *
     * @param name how messages call it
     * @throws MapException with every problem of the text
     */
    public static ColumnMap parse(String yaml, String name) {
        JsonNode root;
        try {
            root = YAMLMapper.builder().build().readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new MapException(
                    name,
                    List.of(new MapProblem(
                            "line "
                                    + (e.getLocation() == null
                                            ? 1
                                            : e.getLocation().getLineNr()),
                            "is not valid YAML: " + e.getOriginalMessage().replaceAll("\\s+", " "),
                            "See the example in docs/importing.md.")));
        }
        if (!(root instanceof ObjectNode object)) {
            throw new MapException(
                    name, List.of(new MapProblem("file", "is not a map of keys", "Begin with kind: and columns:.")));
        }
        ColumnMapParser parser = new ColumnMapParser(object);
        ColumnMap map = parser.parse();
        if (map == null) {
            throw new MapException(name, parser.problems());
        }
        return map;
    }
}
