package io.biggerbox.benchmarks;

import io.biggerbox.text.FastReader;
import io.biggerbox.text.sentiment.SentimentModel;
import io.biggerbox.text.taxonomy.StarterTaxonomies;
import io.biggerbox.text.tokens.Vocabulary;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What the reader with the starter taxonomy costs before it reads at speed: time from the start of the virtual machine to
 * the first reading, heap after it, and heap when every word that the model knows has been read once, which is the most
 * that it ever holds.
 */
public final class ReaderCost {

    private static final double MEGABYTES = 1 << 20;

    private ReaderCost() {}

    /**
     * Measures.
     *
     * @param args none
     */
    public static void main(String[] args) {
        double before = heap();
        long start = System.nanoTime();
        FastReader reader = FastReader.create(StarterTaxonomies.load("general"));
        String label = reader.read("The box was too small, and nobody answers.")
                .sentiment()
                .label()
                .name();
        double seconds = (System.nanoTime() - start) / 1e9;
        double uptime = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
        double first = heap() - before;
        Vocabulary words = SentimentModel.shipped().vocabulary();
        for (int id = 0; id < words.size(); id++) {
            reader.read(words.form(id));
        }
        double all = heap() - before;
        System.out.printf(
                Locale.ROOT,
                "first reading (%s) after %.2f s, %.2f s after the start of the virtual machine; heap %.1f MB, with all"
                        + " %,d words met %.1f MB (%s)%n",
                label,
                seconds,
                uptime,
                first,
                words.size(),
                all,
                reader.modelVersion());
    }

    private static double heap() {
        Runtime runtime = Runtime.getRuntime();
        // the second time takes what the first has made unreachable
        runtime.gc();
        runtime.gc();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTES;
    }
}
