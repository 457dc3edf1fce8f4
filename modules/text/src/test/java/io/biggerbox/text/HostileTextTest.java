package io.biggerbox.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.biggerbox.text.taxonomy.StarterTaxonomies;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;

class HostileTextTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final FastReader READER = FastReader.create(StarterTaxonomies.load("general", "software"));
    private static final String[] SEEDS = {
        "not ",
        "good",
        "!!! ",
        "box",
        " too small ",
        "@",
        "4111 1111 1111 1111",
        "+",
        "555-",
        "😀",
        "\ud83d",
        "\ude00",
        "\u0301\u0302\u0303",
        "\u202e",
        "<b>",
        "&amp;",
        "&",
        "<",
        "[email]",
        "[",
        "http://",
        "https://a.b/?c=d",
        "\n",
        "’",
        "مرحبا",
        "GB82WEST12345698765432",
        "Mr ",
        "my name is ",
        "Anna ",
        "12 Main Street",
        "...",
        ". ",
        "?",
        ":)",
        "no. 5",
        "\u0000"
    };

    private static void check(String text) {
        Reading reading = READER.read(text);
        int end = 0;
        for (Sentence sentence : reading.sentences()) {
            if (sentence.span().start() < end || sentence.span().length() == 0) {
                fail("sentence out of order: " + sentence);
            }
            end = sentence.span().end();
        }
        assertThat(end).isLessThanOrEqualTo(reading.redacted().length());
        Set<Span> spans = reading.sentences().stream().map(Sentence::span).collect(Collectors.toSet());
        assertThat(reading.mentions().stream().map(ThemeMention::span).allMatch(spans::contains))
                .isTrue();
        assertThat(reading.intents().stream().map(Intent::span).allMatch(spans::contains))
                .isTrue();
        assertThat(READER.read(text)).isEqualTo(reading);
        READER.readReply(text);
    }

    @Property(tries = 300)
    void shouldSurviveAnyText(@ForAll String text) {
        check(text);
    }

    @Property(tries = 300)
    void shouldSurviveAnySigns(
            @ForAll @Chars({'@', '.', '-', ' ', '<', '[', '&', '1', '0', 'A', 'a', ':', '/', '?', '+'}) String text) {
        check(text);
    }

    @Property(tries = 300)
    void shouldSurviveMixtures(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(60);
        for (int i = 0; i < parts; i++) {
            text.append(SEEDS[random.nextInt(SEEDS.length)]);
        }
        check(text.toString());
    }

    @Example
    void shouldSurviveGiants() {
        check("x".repeat(10_000));
        check("o".repeat(10_000) + " not good");
        check("1".repeat(10_000));
        check("1 ".repeat(5_000));
        check("1-".repeat(5_000));
        check("@".repeat(5_000));
        check("a@".repeat(5_000));
        check("<".repeat(5_000));
        check("&#".repeat(5_000));
        check("http://".repeat(2_000));
        check("A".repeat(5_000));
        check("GB82 ".repeat(2_000));
        check("The box is too small. ".repeat(1_000));
        check("😀".repeat(5_000));
        check("a\u0301".repeat(5_000));
        check("\u202eabc ".repeat(2_000));
        check("not ".repeat(5_000));
        check("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo0NTY3ODkw".repeat(1_000));
        check("box ".repeat(40_000));
        check("x".repeat(100_000));
        check("a\u0301\u0302\u0303\u0304".repeat(20_000));
        check("I hate it. ".repeat(10_000));
        check("the box is too small and late, ".repeat(33_000));
    }

    @Example
    void shouldTakeLinearTime() {
        for (String unit : List.of(
                "the box was too small and late, 12-34 a@b ",
                "1",
                "a@",
                "<a",
                "Mr A",
                "1 ",
                "😀",
                "Anna Lee ",
                "Ⓐ",
                "Rue A 1, ",
                "name is a",
                "a:b:")) {
            long small = best(unit.repeat(10_000 / unit.length()));
            long large = best(unit.repeat(80_000 / unit.length()));
            // eight times the text; quadratic time would be 64 times as much
            assertThat((double) large / Math.max(small, 500_000)).as(unit).isLessThan(32);
        }
    }

    private static long best(String text) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            // the thread's own time: what others do on the machine is not in it
            long start = THREADS.getCurrentThreadCpuTime();
            READER.read(text);
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
        }
        return best;
    }

    @Example
    void shouldReadTheSameInEveryThread() throws Exception {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < 20; k++) {
                text.append(SEEDS[random.nextInt(SEEDS.length)]);
            }
            texts.add(text.toString());
        }
        List<Reading> expected = texts.stream().map(READER::read).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Reading>>> results = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                results.add(
                        threads.submit(() -> texts.stream().map(READER::read).toList()));
            }
            for (Future<List<Reading>> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
