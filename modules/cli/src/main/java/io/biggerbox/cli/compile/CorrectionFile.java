package io.biggerbox.cli.compile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.compiler.Example;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Corrections that people made: JSON Lines with {@code text} and {@code themes}; of one text the last one holds. */
public final class CorrectionFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CorrectionFile() {}

    /** All corrections, in the order in which their texts were first met. */
    public static List<Example> read(Path file, Taxonomy taxonomy) throws IOException {
        Set<String> ids = taxonomy.themes().stream().map(Theme::id).collect(Collectors.toSet());
        Map<String, Example> byText = new LinkedHashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            long number = 0;
            String line;
            while ((line = lines.readLine()) != null) {
                number++;
                if (!line.isBlank()) {
                    Example example = example(line, file + ", line " + number, ids);
                    byText.put(example.text(), example);
                }
            }
        }
        return List.copyOf(byText.values());
    }

    private static Example example(String line, String where, Set<String> ids) {
        JsonNode node;
        try {
            node = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new CommandFailedException(where + " is not JSON: " + e.getOriginalMessage());
        }
        JsonNode themes = node.path("themes");
        if (!node.path("text").isTextual() || !themes.isArray()) {
            throw new CommandFailedException(
                    where + " needs a text and a list of themes: {\"text\":\"…\",\"themes\":[\"delivery.late\"]}");
        }
        List<String> found = new ArrayList<>();
        for (JsonNode theme : themes) {
            if (!ids.contains(theme.asText())) {
                throw new CommandFailedException(
                        where + ": the taxonomy has no theme '" + theme.asText() + "'; correct or remove the line");
            }
            found.add(theme.asText());
        }
        return new Example(node.path("text").textValue().strip(), found, false);
    }
}
