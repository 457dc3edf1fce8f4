package io.biggerbox.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.biggerbox.text.Reading;
import io.biggerbox.text.ReadingStatus;
import io.biggerbox.text.ReplyAct;
import io.biggerbox.text.ReplyReading;
import io.biggerbox.text.Span;
import io.biggerbox.text.Urgency;
import io.biggerbox.text.UrgencyLevel;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Readings as JSON Lines. */
final class ReadingJson {

    private static final double DECIMALS = 10_000;

    private final ObjectMapper mapper;
    private final Writer out;

    ReadingJson(ObjectMapper mapper, Writer out) {
        this.mapper = mapper;
        this.out = out;
    }

    void reading(JsonNode id, Reading reading, @Nullable ReplyReading reply) throws IOException {
        ObjectNode line = mapper.createObjectNode();
        line.set("id", id);
        line.put("language", reading.language());
        ObjectNode sentiment = line.putObject("sentiment");
        sentiment.put("label", lower(reading.sentiment().label()));
        sentiment.put("score", rounded(reading.sentiment().score()));
        sentiment.put("confidence", rounded(reading.sentiment().confidence()));
        ArrayNode themes = line.putArray("themes");
        reading.mentions().forEach(mention -> {
            ObjectNode theme = themes.addObject();
            theme.put("id", mention.theme());
            theme.put("polarity", lower(mention.polarity()));
            theme.put("score", rounded(mention.score()));
            theme.set("span", span(mention.span()));
        });
        ArrayNode intents = line.putArray("intents");
        reading.intents().forEach(intent -> {
            ObjectNode node = intents.addObject();
            node.put("kind", lower(intent.kind()));
            node.put("score", rounded(intent.score()));
            node.set("span", span(intent.span()));
        });
        Urgency urgency = reading.urgency();
        if (urgency.level() != UrgencyLevel.NORMAL) {
            ObjectNode node = line.putObject("urgency");
            node.put("level", lower(urgency.level()));
            node.put("score", rounded(urgency.score()));
            node.set("span", span(urgency.span()));
        }
        line.put("redacted", reading.redacted());
        if (reading.status() != ReadingStatus.READ) {
            line.put("status", lower(reading.status()));
        }
        if (reply != null) {
            reply(line.putObject("reply"), reply);
        }
        write(line);
    }

    private void reply(ObjectNode node, ReplyReading reply) {
        ArrayNode acts = node.putArray("acts");
        for (ReplyAct act : reply.acts()) {
            ObjectNode one = acts.addObject();
            one.put("tone", lower(act.tone()));
            if (act.deflection() != null) {
                one.put("deflection", lower(act.deflection()));
            }
            one.put("score", rounded(act.score()));
            one.set("span", span(act.span()));
        }
        node.put("redacted", reply.redacted());
    }

    void error(@Nullable JsonNode id, String message) throws IOException {
        ObjectNode line = mapper.createObjectNode();
        line.set("id", id == null ? NullNode.getInstance() : id);
        line.put("error", message);
        write(line);
    }

    private ArrayNode span(Span span) {
        return mapper.createArrayNode().add(span.start()).add(span.end());
    }

    private void write(ObjectNode line) throws IOException {
        out.write(mapper.writeValueAsString(line));
        out.write('\n');
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static double rounded(double value) {
        return Math.rint(value * DECIMALS) / DECIMALS;
    }
}
