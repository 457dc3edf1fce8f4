package io.biggerbox.cli.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.text.redaction.Found;
import io.biggerbox.text.redaction.PersonalData;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts in which personal data is marked, as presidio-research writes them: a JSON array, or objects one after the other,
 * with {@code full_text} and {@code spans} of {@code entity_type}, {@code start_position} and {@code end_position} (UTF-16
 * units). Types that are not hidden by the redactor, such as places and dates, are passed over.
 *
 * @param path the file, in UTF-8
 */
public record MarkedFile(Path path) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The names that presidio gives to what the redactor hides. */
    private static final Map<String, PersonalData> TYPES = Map.ofEntries(
            Map.entry("PERSON", PersonalData.NAME),
            Map.entry("EMAIL_ADDRESS", PersonalData.EMAIL),
            Map.entry("PHONE_NUMBER", PersonalData.PHONE),
            Map.entry("CREDIT_CARD", PersonalData.CARD),
            Map.entry("IBAN_CODE", PersonalData.IBAN),
            Map.entry("US_SSN", PersonalData.ID),
            Map.entry("US_ITIN", PersonalData.ID),
            Map.entry("US_PASSPORT", PersonalData.ID),
            Map.entry("US_DRIVER_LICENSE", PersonalData.ID),
            Map.entry("US_BANK_NUMBER", PersonalData.ID),
            Map.entry("UK_NHS", PersonalData.ID),
            Map.entry("IP_ADDRESS", PersonalData.ID),
            Map.entry("STREET_ADDRESS", PersonalData.ADDRESS));

    /** Takes one text. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes one text.
         *
         * @param number its place in the file, from 1
         * @param text the text
         * @param template the text with its personal data taken out, so that texts of one template are known; the text
         *     itself when the file does not have it
         * @param marked the personal data
         */
        void accept(long number, String text, String template, List<Found> marked);
    }

    /** Gives every text to {@code sink}, in order. */
    public void read(Sink sink) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(path);
                MappingIterator<JsonNode> objects =
                        MAPPER.readerFor(JsonNode.class).readValues(in)) {
            long number = 0;
            while (objects.hasNextValue()) {
                number++;
                JsonNode object = objects.nextValue();
                String text = required(object, "full_text", number).textValue();
                if (text == null) {
                    throw problem(number, "has a full_text that is no string");
                }
                JsonNode template = object.path("masked");
                sink.accept(
                        number,
                        text,
                        template.isTextual() ? template.textValue() : text,
                        marked(required(object, "spans", number), text, number));
            }
        } catch (JsonProcessingException e) {
            throw new CommandFailedException(path + " is not JSON: " + e.getOriginalMessage());
        }
    }

    private List<Found> marked(JsonNode spans, String text, long number) {
        List<Found> marked = new ArrayList<>();
        for (JsonNode span : spans) {
            PersonalData kind =
                    kind(required(span, "entity_type", number).asText().toUpperCase(Locale.ROOT));
            int start = required(span, "start_position", number).asInt(-1);
            int end = required(span, "end_position", number).asInt(-1);
            if (start < 0 || end < start || end > text.length()) {
                throw problem(number, "has a span from " + start + " to " + end + ", outside its text");
            }
            if (kind != null) {
                marked.add(new Found(start, end, kind));
            }
        }
        return marked;
    }

    private static @Nullable PersonalData kind(String type) {
        for (PersonalData kind : PersonalData.values()) {
            if (kind.name().equals(type)) {
                return kind;
            }
        }
        return TYPES.get(type);
    }

    private JsonNode required(JsonNode object, String name, long number) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            throw problem(number, "has no " + name);
        }
        return value;
    }

    private CommandFailedException problem(long number, String what) {
        return new CommandFailedException(path + ", text " + number + " " + what);
    }
}
