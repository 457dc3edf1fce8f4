package io.biggerbox.text.meaning;

import io.biggerbox.text.sentiment.Inputs;
import io.biggerbox.text.sentiment.SentimentModel;
import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.TokenKind;
import io.biggerbox.text.tokens.Tokenizer;
import io.biggerbox.text.tokens.Vocabulary;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A static table of word vectors, distilled from a sentence model: a text is the sum of its words, made length 1. Rare
 * words weigh more than frequent ones (smooth inverse frequency, Arora et al., 2017), and the rows were moved so that the
 * sum of a text approaches what the sentence model says of it. Far cheaper than the sentence model, and knows nothing of
 * the order of words. Immutable and safe for use by any number of threads; read when it is first asked for.
 *
 * <p>The file, big-endian: {@code BBM1}, version, width, all words (UTF-8, one a line), a scale for each, and the rows as
 * bytes. Rows already carry the weight of their word.
 */
public final class Meaning {
    /** Where the shipped table lies. */
    public static final String RESOURCE = "/io/biggerbox/text/meaning.bin";

    /** First four bytes of the file: {@code BBM1}. */
    public static final int MAGIC = 0x42424d31;

    /** What stands in the file for every number. */
    public static final String NUMBER = "<number>";

    private static final float LEAST_LENGTH = 1e-6f;

    private final String version;
    private final int width;
    private final Tokenizer tokenizer;
    private final int number;

    /** Row of each word of the vocabulary; {@link Vocabulary#NONE} if it has none. */
    private final int[] rows;

    private final float[] scales;
    private final byte[] numbers;

    private Meaning(String version, int width, Vocabulary vocabulary, List<String> forms, DataInputStream in)
            throws IOException {
        this.version = version;
        this.width = width;
        this.tokenizer = new Tokenizer(vocabulary);
        this.rows = new int[vocabulary.size()];
        Arrays.fill(rows, Vocabulary.NONE);
        this.number = forms.indexOf(NUMBER);
        for (int row = 0; row < forms.size(); row++) {
            int id = vocabulary.find(forms.get(row));
            if (id != Vocabulary.NONE) {
                rows[id] = row;
            }
        }
        this.scales = new float[forms.size()];
        for (int row = 0; row < scales.length; row++) {
            scales[row] = in.readFloat();
        }
        this.numbers = new byte[forms.size() * width];
        in.readFully(numbers);
    }

    /** The table that ships with the module; read once. */
    public static Meaning shipped() {
        return Shipped.MEANING;
    }

    /** Read when it is first asked for. */
    private static final class Shipped {
        private static final Meaning MEANING = load();

        private static Meaning load() {
            try (InputStream in = Meaning.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("the module lacks its resource " + RESOURCE);
                }
                return read(in, SentimentModel.shipped().vocabulary());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Reads a table; closes nothing.
     *
     * @param vocabulary the words that tokens are looked up in; others of the table are never met
     */
    public static Meaning read(InputStream stream, Vocabulary vocabulary) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a table of meanings");
        }
        String version = in.readUTF();
        int width = in.readInt();
        byte[] lines = new byte[in.readInt()];
        in.readFully(lines);
        List<String> forms = List.of(new String(lines, StandardCharsets.UTF_8).split("\n", -1));
        return new Meaning(version, width, vocabulary, forms, in);
    }

    /** Names these numbers: what was learned from them means nothing with others. */
    public String version() {
        return version;
    }

    /** How many numbers stand for a text. */
    public int width() {
        return width;
    }

    /** What a text means: {@link #width()} numbers of length 1, or all 0 if no word is known. */
    public float[] of(String text) {
        return of(tokenizer.tokens(text));
    }

    /** The same for tokens of the reader's {@link SentimentModel#vocabulary() vocabulary}. */
    public float[] of(List<Token> tokens) {
        float[] sum = new float[width];
        for (Token token : tokens) {
            add(token, sum);
        }
        return unit(sum);
    }

    /** The same for a sentence. */
    public float[] of(Line line) {
        float[] sum = new float[width];
        for (int i = 0; i < line.size(); i++) {
            add(line.token(i), sum);
        }
        return unit(sum);
    }

    /**
     * Adds what one token means.
     *
     * @param sum {@link #width()} numbers
     * @return false if the token means nothing
     */
    public boolean add(Token token, float[] sum) {
        int row = row(token);
        if (row == Vocabulary.NONE) {
            return false;
        }
        float scale = scales[row];
        int at = row * width;
        for (int i = 0; i < width; i++) {
            sum[i] += scale * numbers[at + i];
        }
        return true;
    }

    private int row(Token token) {
        if (token.kind() == TokenKind.NUMBER) {
            return number;
        }
        boolean known = token.isWord() && token.id() > Inputs.NUMBER;
        return known ? rows[token.id()] : Vocabulary.NONE;
    }

    /** Makes the length 1, in place. */
    public static float[] unit(float[] vector) {
        float squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        float length = (float) Math.sqrt(squares);
        if (length < LEAST_LENGTH) {
            Arrays.fill(vector, 0);
            return vector;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
