package io.biggerbox.cascade;

import io.biggerbox.text.Leaning;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * What was learned for the cascade: what the sentence model's numbers say about sentiment (multinomial logistic
 * regression), how both readers' answers are put together, and below which margin of the fast reader how many texts lie.
 * Immutable.
 *
 * <p>The file, big-endian: {@code BBC1}, version, version of the fast reader, size, weights towards NEGATIVE and POSITIVE against NEUTRAL with their
 * bias at the end, both trusts, number of steps, margins.
 */
public final class CascadeModel {
    /** Where the shipped model lies. */
    public static final String RESOURCE = "/io/biggerbox/cascade/cascade.bin";

    private static final int MAGIC = 0x42424331;

    private final String version;
    private final String madeFor;
    private final float[] negative;
    private final float[] positive;
    private final double trustFirst;
    private final double trustSecond;
    private final float[] margins;

    /**
     * @param version names these numbers
     * @param madeFor version of the fast reader whose margins were counted
     * @param negative weights of the sentence model's numbers towards NEGATIVE, then the bias
     * @param positive likewise towards POSITIVE
     * @param trustFirst factor of the fast reader's answer
     * @param trustSecond factor of the sentence model's answer
     * @param margins of texts kept aside, the margin of the fast reader's answer below which 0 %, 1 %, … 100 % of them lie;
     *     does not fall
     */
    public CascadeModel(
            String version,
            String madeFor,
            float[] negative,
            float[] positive,
            double trustFirst,
            double trustSecond,
            float[] margins) {
        this.version = version;
        this.madeFor = madeFor;
        this.negative = negative.clone();
        this.positive = positive.clone();
        this.trustFirst = trustFirst;
        this.trustSecond = trustSecond;
        this.margins = margins.clone();
    }

    /** The model that ships with the module. */
    public static CascadeModel shipped() {
        try (InputStream in = CascadeModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the module lacks its resource " + RESOURCE);
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a model file; closes nothing. */
    public static CascadeModel read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a model of the cascade");
        }
        String version = in.readUTF();
        String madeFor = in.readUTF();
        int size = in.readInt();
        float[] negative = floats(in, size);
        float[] positive = floats(in, size);
        double trustFirst = in.readDouble();
        double trustSecond = in.readDouble();
        return new CascadeModel(
                version, madeFor, negative, positive, trustFirst, trustSecond, floats(in, in.readInt()));
    }

    /** Writes it as a file; closes nothing. */
    public void write(OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeInt(MAGIC);
        out.writeUTF(version);
        out.writeUTF(madeFor);
        out.writeInt(negative.length);
        write(out, negative);
        write(out, positive);
        out.writeDouble(trustFirst);
        out.writeDouble(trustSecond);
        out.writeInt(margins.length);
        write(out, margins);
        out.flush();
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    /** Names these numbers, for instance {@code cascade-1}. */
    public String version() {
        return version;
    }

    /** Version of the fast reader whose margins were counted: with another, a share is kept less exactly. */
    public String madeFor() {
        return madeFor;
    }

    /**
     * The margin below which a share of texts lies.
     *
     * @param share from 0 to 1
     * @return a margin that none is below for 0, and that all are below for 1
     */
    public double margin(double share) {
        if (share <= 0) {
            return 0;
        }
        if (share >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        double place = share * (margins.length - 1);
        int at = (int) place;
        return margins[at] + (place - at) * (margins[at + 1] - margins[at]);
    }

    /** What the sentence model alone says of a text that means {@code embedding} to it. */
    public Leaning second(float[] embedding) {
        return new Leaning(sum(negative, embedding), sum(positive, embedding));
    }

    /** Both answers put together (a product of experts, Hinton, 2002, each with a trust of its own). */
    public Leaning together(Leaning first, Leaning second) {
        return new Leaning(
                trustFirst * first.negative() + trustSecond * second.negative(),
                trustFirst * first.positive() + trustSecond * second.positive());
    }

    private static double sum(float[] weights, float[] embedding) {
        double sum = weights[embedding.length];
        for (int i = 0; i < embedding.length; i++) {
            sum += weights[i] * embedding[i];
        }
        return sum;
    }
}
