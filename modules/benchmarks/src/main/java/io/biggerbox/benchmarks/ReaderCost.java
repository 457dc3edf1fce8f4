package io.biggerbox.benchmarks;

import io.biggerbox.text.FastReader;
import io.biggerbox.text.sentiment.SentimentModel;
import io.biggerbox.text.taxonomy.StarterTaxonomies;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.tokens.Vocabulary;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;

/**
 * What the reader with the starter taxonomy costs: time from the start of the virtual machine to the first reading, heap
 * after it, heap when every word that the model knows and a vendor reply have been read, which is the most that it ever holds; and texts
 * per second of the thread's own time with 40 themes, the best of some rounds, which on a busy machine says more than
 * {@link ReaderBenchmark}.
 */
public final class ReaderCost {

    private static final double MEGABYTES = 1 << 20;
    private static final int ROUNDS = 12;
    private static final long ROUND_NANOS = 1_500_000_000L;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

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
        reader.readReply("We are sorry.");
        double all = heap() - before;
        System.out.printf(
                Locale.ROOT,
                "first reading (%s) after %.2f s, %.2f s after the start of the virtual machine; heap %.1f MB, with all"
                        + " %,d words and a reply met %.1f MB (%s)%n",
                label,
                seconds,
                uptime,
                first,
                words.size(),
                all,
                reader.modelVersion());
        speed(100);
        speed(330);
    }

    private static void speed(int length) {
        Taxonomy general = StarterTaxonomies.load("general");
        FastReader reader =
                FastReader.create(new Taxonomy("forty", "1", general.themes().subList(0, ReaderBenchmark.THEMES)));
        List<String> texts = Verbatims.of(4096, length);
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            long read = 0;
            while (THREADS.getCurrentThreadCpuTime() - start < ROUND_NANOS) {
                for (String text : texts) {
                    read += reader.read(text).sentences().isEmpty() ? 0 : 1;
                }
            }
            best = Math.max(best, read * 1e9 / (THREADS.getCurrentThreadCpuTime() - start));
        }
        System.out.printf(Locale.ROOT, "%d characters: %,.0f texts a second of CPU%n", length, best);
    }

    private static double heap() {
        Runtime runtime = Runtime.getRuntime();
        // the second time takes what the first has made unreachable
        runtime.gc();
        runtime.gc();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTES;
    }
}
