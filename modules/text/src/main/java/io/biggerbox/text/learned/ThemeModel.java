package io.biggerbox.text.learned;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Themes learned from examples: for every theme, weights of word sequences and of the numbers that stand for the meaning of
 * a text; logits of a softmax. A value: equal when the bytes are. Immutable.
 *
 * <p>The bytes, big-endian: {@code BBT1}, version of the word meanings, classes (id and threshold each; the empty id is
 * "none of these"), biases, sharpness, width, weights of the meaning as bytes with one scale a class, scale of the word
 * sequences, their number, their hashes in ascending order, how many classes each has a weight for, and these: class (one
 * byte, two with more than 256 classes) and weight (a byte).
 */
public final class ThemeModel {
    /** First four bytes: {@code BBT1}. */
    public static final int MAGIC = 0x42425431;

    /** It travels in one Kafka record, whose usual limit is 1 MiB with everything else in it. */
    public static final int LARGEST = 900_000;

    /** Id of the class that is no theme. */
    public static final String NONE = "";

    /** A text is surely about some theme when this is all that speaks for none. */
    private static final float HARDLY_NONE = 0.05f;

    /** Then the likeliest theme counts from this part of its threshold. */
    private static final float LIKELIEST_OF_LIKE = 0.5f;

    private static final int MOST_CLASSES = 2000;
    private static final int WIDEST = 1024;
    private static final int ONE_BYTE = 256;
    private static final int DIGEST = 8;

    private final byte[] bytes;
    private final String meaning;
    private final List<String> labels;
    private final float[] thresholds;
    private final int none;
    private final float[] biases;
    private final float sharpness;
    private final int width;
    private final float[] meanings;
    private final FeatureTable features;

    private ThemeModel(byte[] bytes, DataInputStream in) throws IOException {
        this.bytes = bytes;
        if (in.readInt() != MAGIC) {
            throw new IOException("it does not begin like one");
        }
        this.meaning = in.readUTF();
        int classes = within(in.readUnsignedShort(), 1, MOST_CLASSES, "classes");
        List<String> ids = new ArrayList<>(classes);
        this.thresholds = new float[classes];
        for (int c = 0; c < classes; c++) {
            ids.add(in.readUTF());
            thresholds[c] = finite(in.readFloat());
        }
        Set<String> unique = new HashSet<>(ids);
        if (unique.size() < classes) {
            throw new IOException("it names a theme twice");
        }
        this.labels = List.copyOf(ids);
        this.none = labels.indexOf(NONE);
        this.biases = floats(in, classes);
        this.sharpness = finite(in.readFloat());
        this.width = within(in.readUnsignedShort(), 1, WIDEST, "numbers of the meaning");
        this.meanings = meanings(in, classes, width);
        this.features = FeatureTable.read(in, classes, classes <= ONE_BYTE);
        if (in.read() >= 0) {
            throw new IOException("it goes on after its end");
        }
    }

    /**
     * Reads what {@link #toBytes} gave.
     *
     * @throws IllegalArgumentException if the bytes are something else; says what is wrong
     */
    public static ThemeModel read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new IllegalArgumentException(
                    "unusable theme model: " + bytes.length + " bytes are more than the " + LARGEST + " it may have");
        }
        byte[] own = bytes.clone();
        try {
            return new ThemeModel(own, new DataInputStream(new ByteArrayInputStream(own)));
        } catch (IOException e) {
            String what = e.getMessage() == null ? "it ends too early" : e.getMessage();
            throw new IllegalArgumentException("unusable theme model: " + what + "; compile the taxonomy again", e);
        }
    }

    private static int within(int value, int least, int most, String what) throws IOException {
        if (value < least || value > most) {
            throw new IOException("it has " + value + " " + what);
        }
        return value;
    }

    private static float finite(float value) throws IOException {
        if (!Float.isFinite(value)) {
            throw new IOException("it holds a number that is none");
        }
        return value;
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = finite(in.readFloat());
        }
        return values;
    }

    /** Weights of one number of the meaning stand side by side, one for each class. */
    private static float[] meanings(DataInputStream in, int classes, int width) throws IOException {
        float[] scales = floats(in, classes);
        if (in.available() < classes * width) {
            throw new IOException("it ends too early");
        }
        float[] values = new float[classes * width];
        for (int c = 0; c < classes; c++) {
            for (int d = 0; d < width; d++) {
                values[d * classes + c] = scales[c] * in.readByte();
            }
        }
        return values;
    }

    /** The whole model, for files and for transport. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** First hexadecimal digits of the SHA-256 of the bytes: differs when the model does. */
    public String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Version of the word meanings that it was learned with. */
    public String meaning() {
        return meaning;
    }

    /** How many numbers stand for a meaning. */
    public int width() {
        return width;
    }

    /** Id of each class; {@link #NONE} for the one that is no theme. */
    public List<String> labels() {
        return labels;
    }

    /** Probability from which a class counts. */
    public float threshold(int label) {
        return thresholds[label];
    }

    /**
     * Whether a theme counts: from its threshold on; the likeliest one from half of it if next to nothing says that the text
     * is about none, because then only themes that are much alike compete with it.
     *
     * @param said probability of every class
     * @param label a class; the one that is no theme never counts
     */
    public boolean claims(float[] said, int label) {
        if (label == none) {
            return false;
        }
        if (said[label] >= thresholds[label]) {
            return true;
        }
        return none >= 0
                && said[none] <= HARDLY_NONE
                && said[label] >= LIKELIEST_OF_LIKE * thresholds[label]
                && isLikeliest(said, label);
    }

    private static boolean isLikeliest(float[] said, int label) {
        for (float other : said) {
            if (other > said[label]) {
                return false;
            }
        }
        return true;
    }

    float bias(int label) {
        return biases[label];
    }

    float sharpness() {
        return sharpness;
    }

    float[] meanings() {
        return meanings;
    }

    FeatureTable features() {
        return features;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ThemeModel model && Arrays.equals(bytes, model.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "ThemeModel[" + labels.size() + " classes, " + bytes.length + " bytes, " + digest() + "]";
    }
}
