package io.biggerbox.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void theHighestBarIsTheLargestCountAndNothingIsADot() {
        assertThat(Sparkline.of(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8))).isEqualTo("·▁▂▃▄▅▆▇█");
        assertThat(Sparkline.of(List.of(100, 1))).isEqualTo("█▁");
        assertThat(Sparkline.of(List.of(1))).isEqualTo("█");
    }

    @Test
    void noCountsAtAll() {
        assertThat(Sparkline.of(List.of())).isEmpty();
        assertThat(Sparkline.of(List.of(0, 0))).isEqualTo("··");
    }

    @Test
    void largeCountsDoNotOverflow() {
        assertThat(Sparkline.of(List.of(Integer.MAX_VALUE, 1))).isEqualTo("█▁");
    }
}
