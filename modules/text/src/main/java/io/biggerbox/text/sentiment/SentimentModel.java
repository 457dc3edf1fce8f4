package io.biggerbox.text.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Weights of features towards NEGATIVE and POSITIVE; NEUTRAL is the reference with weight 0. Immutable.
 *
 * <p>The file form is text: {@code feature<TAB>negative<TAB>positive} with weights in thousandths of a logit, and lines
 * {@code @name<TAB>value} for the constants.
 */
public final class SentimentModel {
    /** Where the shipped model lies. */
    public static final String RESOURCE = "/io/biggerbox/text/sentiment.tsv";

    private static final double UNIT = 1000;

    private final Map<String, Weight> weights;
    private final WeightTable table;
    private final double negativeBias;
    private final double positiveBias;
    private final double sharpness;

    /**
     * @param weights by feature
     * @param negativeBias logit of NEGATIVE when nothing is known
     * @param positiveBias logit of POSITIVE when nothing is known
     * @param sharpness multiplies all logits so that the winner's probability is its accuracy (Platt scaling)
     */
    public SentimentModel(Map<String, Weight> weights, double negativeBias, double positiveBias, double sharpness) {
        this.weights = Map.copyOf(weights);
        this.table = new WeightTable(weights);
        this.negativeBias = negativeBias;
        this.positiveBias = positiveBias;
        this.sharpness = sharpness;
    }

    /** The model that ships with the module. */
    public static SentimentModel shipped() {
        try (InputStream in = SentimentModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the module lacks its resource " + RESOURCE);
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SentimentModel read(BufferedReader reader) throws IOException {
        Map<String, Weight> weights = new HashMap<>(1 << 17);
        Map<String, Double> constants = new HashMap<>();
        String line = reader.readLine();
        while (line != null) {
            String[] fields = line.split("\t", -1);
            if (line.startsWith("@")) {
                constants.put(fields[0], Double.parseDouble(fields[1]));
            } else if (fields.length == 3) {
                weights.put(fields[0], new Weight((float) (Integer.parseInt(fields[1]) / UNIT), (float)
                        (Integer.parseInt(fields[2]) / UNIT)));
            }
            line = reader.readLine();
        }
        return new SentimentModel(
                weights,
                constants.getOrDefault("@negativeBias", 0.0),
                constants.getOrDefault("@positiveBias", 0.0),
                constants.getOrDefault("@sharpness", 1.0));
    }

    /** The words among the features, without pairs and marks: what the reader takes for English. */
    public Set<String> words() {
        Set<String> words = new TreeSet<>();
        for (String feature : weights.keySet()) {
            boolean word = feature.indexOf(' ') < 0 && Character.isLetter(feature.charAt(0));
            if (word) {
                words.add(feature);
            }
        }
        return words;
    }

    WeightTable weights() {
        return table;
    }

    double negativeBias() {
        return negativeBias;
    }

    double positiveBias() {
        return positiveBias;
    }

    double sharpness() {
        return sharpness;
    }
}
