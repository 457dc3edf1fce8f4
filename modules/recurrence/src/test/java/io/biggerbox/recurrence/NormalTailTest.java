package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTailTest {

    /** Values of the normal distribution from Abramowitz and Stegun 1964, table 26.1. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "-1.959963985, 0.975",
        "1, 0.158655253931",
        "1.959963985, 0.025",
        "3, 1.349898032e-3",
        "5, 2.866515719e-7"
    })
    void tailIsThatOfTheNormalDistribution(double z, double tail) {
        assertThat(NormalTail.of(z)).isCloseTo(tail, Percentage.withPercentage(1e-4));
    }
}
