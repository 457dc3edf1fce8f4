package io.biggerbox.training.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.biggerbox.text.rules.WordPatterns;
import io.biggerbox.text.sentiment.Faces;
import io.biggerbox.text.sentiment.Gauge;
import io.biggerbox.text.sentiment.SentimentModel;
import io.biggerbox.text.sentiment.SentimentScorer;
import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.SentenceSplitter;
import io.biggerbox.text.tokens.Stems;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.Tokenizer;
import io.biggerbox.text.tokens.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A language of few words, in which only the order of words tells how a text feels. */
class NetworkTest {

    private static final List<String> FORMS =
            List.of("<unknown>", "<edge>", "<number>", ".", "not", "good", "bad", "but", "food", "place");
    private static final WordChoice WORDS = new WordChoice(FORMS, FORMS.size());
    private static final Vocabulary VOCABULARY = new Vocabulary(FORMS, FORMS.size());
    private static final Shape SHAPE = new Shape(FORMS.size(), 8, 8, 8, 4, 64);

    private final Samples samples = new Samples(VOCABULARY, SHAPE.buckets());

    /** The last word with an opinion decides, turned round by a "not" right before it. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int words = 3 + random.nextInt(6);
        for (int i = 0; i < words; i++) {
            text.append(FORMS.get(4 + random.nextInt(6))).append(' ');
        }
        return text.append(random.nextBoolean() ? "good" : "not good").toString();
    }

    private static float[] target(String text) {
        return text.endsWith("not good") ? new float[] {1, 0, 0} : new float[] {0, 0, 1};
    }

    private Network learned(int steps) {
        Random random = new Random(3);
        float[] start = new float[SHAPE.words() * SHAPE.width()];
        for (int i = 0; i < start.length; i++) {
            start[i] = (float) random.nextGaussian();
        }
        Network network = new Network(SHAPE, start, 0.1f, random);
        for (int step = 0; step < steps; step++) {
            List<Sample> batch = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String text = text(random);
                batch.add(samples.of(text, target(text), new float[] {1, -1, 0, 0.5f}, 1));
            }
            network.learn(batch, 5e-3f, 0.02f, 0.05f, random);
        }
        return network;
    }

    @Test
    void learnsWhatDependsOnOrder() {
        Network network = learned(600);
        Random random = new Random(99);
        int right = 0;
        for (int i = 0; i < 200; i++) {
            String text = text(random);
            float[] answer = network.answer(samples.of(text, target(text), new float[0], 1));
            right += answer[2] > answer[0] == target(text)[2] > 0.5f ? 1 : 0;
        }
        assertThat(right).isGreaterThan(190);
    }

    @Test
    void learnsTheSameEveryTime() {
        assertThat(learned(30).words.words).isEqualTo(learned(30).words.words);
    }

    @Test
    void saysTheSameAfterItWasWrittenAndRead(@TempDir Path folder) throws IOException {
        Network network = learned(200);
        Path file = folder.resolve("model.bin");
        ModelWriter.write(file, "test-1", WORDS, network, 1);
        SentimentModel model;
        try (InputStream in = Files.newInputStream(file)) {
            model = SentimentModel.read(in);
        }
        assertThat(model.version()).isEqualTo("test-1");
        assertThat(model.vocabulary().size()).isEqualTo(FORMS.size());
        Stems stems = new Stems(model.vocabulary());
        SentimentScorer scorer = new SentimentScorer(model, WordPatterns.of(List.of(), stems), Faces.of(List.of()));
        Gauge gauge = scorer.gauge();
        Line line = new Line(stems);
        Tokenizer tokenizer = new Tokenizer(model.vocabulary());
        Random random = new Random(5);
        for (int i = 0; i < 100; i++) {
            String text = text(random);
            float[] answer = network.answer(samples.of(text, target(text), new float[0], 1));
            List<List<Token>> sentences = SentenceSplitter.split(text, tokenizer.tokens(text));
            assertThat(sentences).hasSize(1);
            // bytes instead of floats cost a little
            line.lay(sentences.get(0));
            assertThat(scorer.sentiment(gauge.whole(line)).score())
                    .as(text)
                    .isCloseTo(answer[2] - answer[0], within(0.05));
        }
    }
}
