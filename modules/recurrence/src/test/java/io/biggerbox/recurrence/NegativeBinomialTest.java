package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class NegativeBinomialTest {

    /** P(Y ≥ count) by summing up what lies below. */
    private static double exact(int count, double mean, double dispersion) {
        double n = mean / (dispersion - 1);
        double q = 1 - 1 / dispersion;
        double one = Math.pow(dispersion, -n);
        double below = 0;
        for (int k = 0; k < count; k++) {
            below += one;
            one *= q * (n + k) / (k + 1);
        }
        return 1 - below;
    }

    @Test
    void theTailIsTheExactOneWhereItMatters() {
        for (double mean : new double[] {0.02, 0.5, 5, 20, 29.5, 100}) {
            for (double dispersion : new double[] {1.01, 1.5, 2, 5}) {
                double sd = Math.sqrt(dispersion * mean);
                for (int count = (int) Math.ceil(mean + sd / 2); count < mean + 4 * sd; count++) {
                    assertThat(NegativeBinomial.tail(count, mean, dispersion))
                            .as("%d of %s, dispersion %s", count, mean, dispersion)
                            .isCloseTo(exact(count, mean, dispersion), Percentage.withPercentage(1.5));
                }
            }
        }
    }

    @Test
    void aCountAtItsMeanIsNoSurpriseAndMoreIsMore() {
        for (double mean : new double[] {0.001, 0.7, 3, 1e3, 1e9}) {
            assertThat(NegativeBinomial.midTail(Math.floor(mean), mean, 1.5)).isBetween(0.5, 1.0);
            double before = 1;
            for (double z = 0.5; z < 40; z += 0.5) {
                double tail = NegativeBinomial.midTail(Math.ceil(mean + z * Math.sqrt(1.5 * mean)), mean, 1.5);
                assertThat(tail).as("%s at %s", mean, z).isBetween(0.0, before);
                before = tail;
            }
        }
    }
}
