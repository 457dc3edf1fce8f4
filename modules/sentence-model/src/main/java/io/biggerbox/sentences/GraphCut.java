package io.biggerbox.sentences;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a model after one of its inner values: the value becomes the output, and what it does not need is left out, so that
 * nobody waits for it. Works on the file itself (ONNX is protocol buffers; field numbers are those of {@code onnx.proto3}).
 */
final class GraphCut {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int GRAPH_OUTPUT = 12;
    private static final int GRAPH_VALUE_INFO = 13;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int TENSOR_NAME = 8;
    private static final int VALUE_NAME = 1;

    private GraphCut() {}

    /** One operation of the graph. */
    private record Node(List<String> inputs, List<String> outputs) {}

    /**
     * Cuts.
     *
     * @param model a model of one output
     * @param value name of the value that becomes the output; must be of the same type and shape
     * @return the model up to there
     * @throws IOException if the bytes are no such model, or nothing in it has that name
     */
    static byte[] after(byte[] model, String value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(model.length);
        for (WireField field : WireField.of(model, 0, model.length)) {
            if (field.number() == MODEL_GRAPH) {
                WireField.write(out, MODEL_GRAPH, graph(model, field, value));
            } else {
                field.copy(model, out);
            }
        }
        return out.toByteArray();
    }

    private static byte[] graph(byte[] model, WireField graph, String value) throws IOException {
        List<WireField> fields = WireField.of(model, graph.from(), graph.to());
        List<Node> nodes = new ArrayList<>();
        for (WireField field : fields) {
            if (field.number() == GRAPH_NODE) {
                nodes.add(new Node(strings(model, field, NODE_INPUT), strings(model, field, NODE_OUTPUT)));
            }
        }
        Set<String> read = new HashSet<>();
        BitSet needed = needed(nodes, value, read);

        ByteArrayOutputStream out = new ByteArrayOutputStream(graph.to() - graph.from());
        int node = 0;
        for (WireField field : fields) {
            boolean keep =
                    switch (field.number()) {
                        case GRAPH_NODE -> needed.get(node++);
                        case GRAPH_INITIALIZER -> read.contains(name(model, field, TENSOR_NAME));
                        case GRAPH_VALUE_INFO -> false;
                        default -> true;
                    };
            if (keep && field.number() == GRAPH_OUTPUT) {
                WireField.write(out, GRAPH_OUTPUT, renamed(model, field, value));
            } else if (keep) {
                field.copy(model, out);
            }
        }
        return out.toByteArray();
    }

    /** Nodes that a value is made from; the names that they read are added to {@code read}. */
    private static BitSet needed(List<Node> nodes, String value, Set<String> read) throws IOException {
        Map<String, Integer> makers = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            for (String output : nodes.get(i).outputs()) {
                makers.put(output, i);
            }
        }
        if (!makers.containsKey(value)) {
            throw new IOException("the model has no value " + value);
        }
        BitSet needed = new BitSet();
        Deque<String> open = new ArrayDeque<>(List.of(value));
        while (!open.isEmpty()) {
            Integer maker = makers.get(open.pop());
            if (maker != null && !needed.get(maker)) {
                needed.set(maker);
                for (String input : nodes.get(maker).inputs()) {
                    if (read.add(input)) {
                        open.push(input);
                    }
                }
            }
        }
        return needed;
    }

    private static byte[] renamed(byte[] model, WireField output, String value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (WireField field : WireField.of(model, output.from(), output.to())) {
            if (field.number() == VALUE_NAME) {
                WireField.write(out, VALUE_NAME, value.getBytes(StandardCharsets.UTF_8));
            } else {
                field.copy(model, out);
            }
        }
        return out.toByteArray();
    }

    private static String name(byte[] model, WireField message, int number) throws IOException {
        List<String> names = strings(model, message, number);
        return names.isEmpty() ? "" : names.get(0);
    }

    private static List<String> strings(byte[] model, WireField message, int number) throws IOException {
        List<String> strings = new ArrayList<>();
        for (WireField field : WireField.of(model, message.from(), message.to())) {
            if (field.number() == number) {
                strings.add(field.text(model));
            }
        }
        return strings;
    }
}
