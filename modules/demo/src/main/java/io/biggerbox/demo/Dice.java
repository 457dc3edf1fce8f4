package io.biggerbox.demo;

import io.biggerbox.demo.phrase.Chooser;
import java.util.List;

/**
 * The source of all chance. Its own generator (SplitMix64) and StrictMath, so that a seed means the same on every JVM;
 * a fork depends on the seed and the label only, so that one part of the company can change without shaking the others.
 */
final class Dice implements Chooser {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private final long seed;
    private long state;

    Dice(long seed) {
        this.seed = seed;
        this.state = seed;
    }

    Dice fork(String label) {
        return fork(label.hashCode());
    }

    Dice fork(long label) {
        return new Dice(mix(seed ^ mix(label * GOLDEN + 1)));
    }

    double uniform() {
        state += GOLDEN;
        return (mix(state) >>> 11) * UNIT;
    }

    @Override
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    /** The index of one of the weights, which need not sum up to anything. */
    int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = uniform() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    double lognormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    int poisson(double mean) {
        if (mean > 40) {
            // Close enough to Poisson at this size, and no product of hundreds of factors.
            return (int) StrictMath.max(0, StrictMath.rint(mean + StrictMath.sqrt(mean) * normal()));
        }
        double limit = StrictMath.exp(-mean);
        double product = uniform();
        int count = 0;
        while (product > limit) {
            count++;
            product *= uniform();
        }
        return count;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
