package io.biggerbox.benchmarks;

import io.biggerbox.text.FastReader;
import io.biggerbox.text.Reading;
import io.biggerbox.text.sentiment.SentimentModel;
import io.biggerbox.text.taxonomy.StarterTaxonomies;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.tokens.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Texts per second on one thread: the whole reading (redaction, language, sentiment, {@value #THEMES} themes, intents),
 * the same without themes, and a lexicon that only counts words.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReaderBenchmark {

    static final int THEMES = 40;
    private static final int TEXTS = 4096;

    /** Characters of a text. */
    @Param({"100", "330"})
    public int length;

    private List<String> texts = List.of();
    private int next;
    private FastReader withThemes = FastReader.create(new Taxonomy("none", "0", List.of()));
    private final FastReader withoutThemes = withThemes;
    private LexiconPeer lexicon = new LexiconPeer(Map.of());

    /** Makes the texts and the readers. */
    @Setup
    public void prepare() {
        texts = Verbatims.of(TEXTS, length);
        Taxonomy general = StarterTaxonomies.load("general");
        withThemes =
                FastReader.create(new Taxonomy("forty", "1", general.themes().subList(0, THEMES)));
        Map<String, Double> valences = new HashMap<>();
        Vocabulary words = SentimentModel.shipped().vocabulary();
        for (int id = 0; words.isEnglish(id); id++) {
            double score = withoutThemes.read(words.form(id)).sentiment().score();
            if (Math.abs(score) > 0.5) {
                valences.put(words.form(id), score);
            }
        }
        lexicon = new LexiconPeer(valences);
    }

    private String text() {
        next = (next + 1) % TEXTS;
        return texts.get(next);
    }

    /** All that classify does with a text. */
    @Benchmark
    public Reading readWithThemes() {
        return withThemes.read(text());
    }

    /** The same without themes. */
    @Benchmark
    public Reading readWithoutThemes() {
        return withoutThemes.read(text());
    }

    /** Counting words. */
    @Benchmark
    public double countLexicon() {
        return lexicon.score(text());
    }
}
