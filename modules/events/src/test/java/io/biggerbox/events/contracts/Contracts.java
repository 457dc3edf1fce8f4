package io.biggerbox.events.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** The schema files. */
final class Contracts {

    private static final Path FOLDER = Path.of(System.getProperty("repository.root"), "schemas");

    private Contracts() {}

    /** The present schemas by file name. */
    static Map<String, Schema> present() throws IOException {
        return read(FOLDER);
    }

    /** Every released version of every schema, by file name: {@code released/Review.avsc}, {@code released/1.2/Review.avsc}. */
    static Map<String, List<Schema>> released() throws IOException {
        Map<String, List<Schema>> released = new TreeMap<>();
        List<Path> folders = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FOLDER.resolve("released"))) {
            files.filter(Files::isDirectory).forEach(folders::add);
        }
        for (Path folder : folders) {
            read(folder).forEach((name, schema) -> released.computeIfAbsent(name, file -> new ArrayList<>())
                    .add(schema));
        }
        return released;
    }

    private static Map<String, Schema> read(Path folder) throws IOException {
        Map<String, Schema> schemas = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".avsc")).toList()) {
                schemas.put(file.getFileName().toString(), parse(file));
            }
        }
        return schemas;
    }

    private static Schema parse(Path file) throws IOException {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (SchemaParseException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** Passes on every named type in {@code schema}, itself included. */
    static void namedTypes(Schema schema, Consumer<Schema> action) {
        List<Schema> seen = new ArrayList<>();
        walk(schema, seen);
        seen.forEach(action);
    }

    private static void walk(Schema schema, List<Schema> seen) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.stream().noneMatch(other -> other.getFullName().equals(schema.getFullName()))) {
                    seen.add(schema);
                    schema.getFields().forEach(field -> walk(field.schema(), seen));
                }
            }
            case ENUM, FIXED -> seen.add(schema);
            case UNION -> schema.getTypes().forEach(branch -> walk(branch, seen));
            case ARRAY -> walk(schema.getElementType(), seen);
            case MAP -> walk(schema.getValueType(), seen);
            default -> {}
        }
    }
}
