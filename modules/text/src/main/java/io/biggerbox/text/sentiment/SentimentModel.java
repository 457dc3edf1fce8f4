package io.biggerbox.text.sentiment;

import io.biggerbox.text.tokens.Vocabulary;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The model file: words, and the numbers of a {@link GatedNetwork}. Immutable.
 *
 * <p>The file, big-endian: {@code BBS1}, version, English words, all words (UTF-8, one a line), sizes, the words' numbers
 * as bytes with one scale each, the network's as floats, the word sequences' weights as bytes with one scale, sharpness.
 */
public final class SentimentModel {
    /** Where the shipped model lies. */
    public static final String RESOURCE = "/io/biggerbox/text/sentiment.bin";

    /** First four bytes of the file: {@code BBS1}. */
    public static final int MAGIC = 0x42425331;

    private final String version;
    private final Vocabulary vocabulary;
    private final GatedNetwork network;

    private SentimentModel(String version, Vocabulary vocabulary, GatedNetwork network) {
        this.version = version;
        this.vocabulary = vocabulary;
        this.network = network;
    }

    /** The model that ships with the module; read once, however many readers use it. */
    public static SentimentModel shipped() {
        return Shipped.MODEL;
    }

    /** Read when it is first asked for. */
    private static final class Shipped {
        private static final SentimentModel MODEL = load();

        private static SentimentModel load() {
            try (InputStream in = SentimentModel.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("the module lacks its resource " + RESOURCE);
                }
                return read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reads a model file; closes nothing. */
    public static SentimentModel read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a sentiment model");
        }
        String version = in.readUTF();
        int english = in.readInt();
        byte[] lines = new byte[in.readInt()];
        in.readFully(lines);
        List<String> forms = List.of(new String(lines, StandardCharsets.UTF_8).split("\n", -1));
        return new SentimentModel(version, new Vocabulary(forms, english), GatedNetwork.read(in, forms.size()));
    }

    /** Names these weights, for instance {@code fast-1}. */
    public String version() {
        return version;
    }

    /** The words it knows. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    GatedNetwork network() {
        return network;
    }
}
