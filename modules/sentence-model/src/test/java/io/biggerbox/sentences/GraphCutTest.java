package io.biggerbox.sentences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphCutTest {
    /** Field numbers of onnx.proto3. */
    private static final int GRAPH = 7;

    private static final int NODE = 1;
    private static final int INITIALIZER = 5;
    private static final int OUTPUT = 12;

    private static byte[] message(Object... numbersAndContents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < numbersAndContents.length; i += 2) {
            Object content = numbersAndContents[i + 1];
            byte[] bytes = content instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) content;
            WireField.write(out, (int) numbersAndContents[i], bytes);
        }
        return out.toByteArray();
    }

    /** Text in, doubled, then added to, then out. */
    private static byte[] model() {
        return message(
                2,
                "producer",
                GRAPH,
                message(
                        NODE, message(1, "in", 1, "two", 2, "doubled", 4, "Mul"),
                        NODE, message(1, "doubled", 1, "one", 2, "out", 4, "Add"),
                        INITIALIZER, message(8, "two"),
                        INITIALIZER, message(8, "one"),
                        OUTPUT, message(1, "out", 2, "type")));
    }

    @Test
    void whatComesAfterIsLeftOut() throws Exception {
        assertThat(GraphCut.after(model(), "doubled"))
                .isEqualTo(message(
                        2,
                        "producer",
                        GRAPH,
                        message(
                                NODE, message(1, "in", 1, "two", 2, "doubled", 4, "Mul"),
                                INITIALIZER, message(8, "two"),
                                OUTPUT, message(1, "doubled", 2, "type"))));
    }

    @Test
    void theLastValueNeedsEverything() throws Exception {
        assertThat(GraphCut.after(model(), "out")).isEqualTo(model());
    }

    @Test
    void anUnknownValueIsSaid() {
        assertThatThrownBy(() -> GraphCut.after(model(), "halved"))
                .isInstanceOf(IOException.class)
                .hasMessage("the model has no value halved");
    }

    @Test
    void brokenFilesAreSaid() {
        byte[] model = model();
        for (int length : List.of(1, 2, model.length / 2, model.length - 1)) {
            assertThatThrownBy(() -> GraphCut.after(Arrays.copyOf(model, length), "doubled"))
                    .isInstanceOf(IOException.class);
        }
    }
}
