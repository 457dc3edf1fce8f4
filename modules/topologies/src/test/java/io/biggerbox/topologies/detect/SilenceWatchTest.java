package io.biggerbox.topologies.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.recurrence.Silence;
import io.biggerbox.topologies.figures.Figure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceWatchTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final Map<String, Silence> expected = new HashMap<>();
    private final List<String> looked = new ArrayList<>();
    private List<String> known = List.of();
    private final SilenceWatch watch = new SilenceWatch(context.metrics(), "0_0", () -> known, product -> {
        looked.add(product);
        return expected.get(product);
    });

    @AfterEach
    void stop() {
        watch.close();
    }

    private void heard(String product, LocalDate day) {
        expected.put(product, new Silence(product, day, 1));
        watch.heard(product, day);
    }

    private void pass(LocalDate from, LocalDate until) {
        from.datesUntil(until.plusDays(1)).forEach(this::close);
    }

    private void close(LocalDate day) {
        watch.dayClosed(day);
        watch.goOn();
    }

    private double silent() {
        return context.metrics().metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(Figure.SILENT_PRODUCTS.metric()))
                .mapToDouble(metric -> (double) metric.getValue().metricValue())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aProductFallsSilentAndIsHeardAgain() {
        heard("box", FIRST);
        pass(FIRST, FIRST.plusDays(2));
        assertThat(silent()).isZero();
        close(FIRST.plusDays(3));
        assertThat(silent()).isOne();
        pass(FIRST.plusDays(4), FIRST.plusDays(9));
        assertThat(silent()).isOne();
        heard("box", FIRST.plusDays(10));
        close(FIRST.plusDays(10));
        assertThat(silent()).isZero();
        pass(FIRST.plusDays(11), FIRST.plusDays(13));
        assertThat(silent()).isOne();
    }

    @Test
    void aLateWordDoesNotEndASilence() {
        heard("box", FIRST);
        pass(FIRST, FIRST.plusDays(5));
        watch.heard("box", FIRST.plusDays(5)); // said earlier: the last day heard stays what it was
        pass(FIRST.plusDays(6), FIRST.plusDays(7));
        assertThat(silent()).isOne();
    }

    @Test
    void afterSixteenWeeksNobodyWaitsAnyMore() {
        heard("box", FIRST);
        pass(FIRST, FIRST.plusDays(3 + 111));
        assertThat(silent()).isOne();
        close(FIRST.plusDays(3 + 112));
        assertThat(silent()).isZero();
        heard("box", FIRST.plusDays(130));
        pass(FIRST.plusDays(130), FIRST.plusDays(133));
        assertThat(silent()).isOne();
    }

    @Test
    void whoIsHeardDailyIsLookedAtEveryThirdDay() {
        for (int day = 0; day < 30; day++) {
            heard("box", FIRST.plusDays(day));
            close(FIRST.plusDays(day));
        }
        assertThat(looked).hasSizeBetween(9, 10);
        assertThat(silent()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofWhomNothingIsExpectedIsNotSilent(boolean afterAStart) {
        if (afterAStart) {
            known = List.of("box");
        } else {
            watch.heard("box", FIRST);
        }
        pass(FIRST, FIRST.plusDays(20));
        assertThat(silent()).isZero();
        assertThat(looked).containsExactly("box");
    }

    @Test
    void aTaskThatStartsAnewKnowsWhoIsSilent() {
        known = List.of("box", "bag");
        expected.put("box", new Silence("box", FIRST.minusDays(9), 1));
        expected.put("bag", new Silence("bag", FIRST.minusDays(1), 1));
        close(FIRST);
        assertThat(silent()).isOne();
        close(FIRST.plusDays(2));
        assertThat(silent()).isEqualTo(2);
    }

    @Test
    void manyProductsAreLookedAtOneAfterTheOther() {
        known = IntStream.range(0, 2 * SilenceWatch.AT_ONCE + 1)
                .mapToObj(i -> "box " + i)
                .toList();
        known.forEach(product -> expected.put(product, new Silence(product, FIRST.minusDays(9), 1)));
        close(FIRST);
        assertThat(looked).hasSize(SilenceWatch.AT_ONCE);
        close(FIRST.plusDays(1));
        watch.goOn();
        watch.goOn();
        assertThat(looked).containsExactlyInAnyOrderElementsOf(known);
        assertThat(silent()).isEqualTo(known.size());
    }
}
