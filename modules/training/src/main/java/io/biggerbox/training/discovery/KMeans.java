package io.biggerbox.training.discovery;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Spherical k-means that begins with k-means++ (Arthur and Vassilvitskii 2007): the peer that is told how many there are. */
final class KMeans {

    private static final int ROUNDS = 30;

    private KMeans() {}

    /** The group of each vector. */
    static int[] groups(List<float[]> vectors, int k, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = vectors.size();
        float[][] centres = begin(vectors, k, random);
        int[] group = new int[n];
        for (int round = 0; round < ROUNDS; round++) {
            boolean moved = false;
            for (int i = 0; i < n; i++) {
                int best = 0;
                double closest = Double.NEGATIVE_INFINITY;
                for (int c = 0; c < k; c++) {
                    double dot = dot(vectors.get(i), centres[c]);
                    if (dot > closest) {
                        closest = dot;
                        best = c;
                    }
                }
                moved |= group[i] != best;
                group[i] = best;
            }
            if (!moved && round > 0) {
                break;
            }
            centres = means(vectors, group, centres);
        }
        return group;
    }

    private static float[][] begin(List<float[]> vectors, int k, SplittableRandom random) {
        int n = vectors.size();
        float[][] centres = new float[k][];
        double[] far = new double[n];
        Arrays.fill(far, 1);
        for (int c = 0; c < k; c++) {
            double sum = 0;
            for (double distance : far) {
                sum += distance;
            }
            double wanted = random.nextDouble() * sum;
            int chosen = 0;
            while (chosen < n - 1 && wanted > far[chosen]) {
                wanted -= far[chosen++];
            }
            centres[c] = vectors.get(chosen).clone();
            for (int i = 0; i < n; i++) {
                far[i] = Math.min(far[i], Math.max(0, 1 - dot(vectors.get(i), centres[c])));
            }
        }
        return centres;
    }

    private static float[][] means(List<float[]> vectors, int[] group, float[][] before) {
        float[][] sums = new float[before.length][before[0].length];
        for (int i = 0; i < group.length; i++) {
            float[] vector = vectors.get(i);
            for (int d = 0; d < vector.length; d++) {
                sums[group[i]][d] += vector[d];
            }
        }
        for (int c = 0; c < sums.length; c++) {
            double length = Math.sqrt(dot(sums[c], sums[c]));
            if (length == 0) {
                sums[c] = before[c];
                continue;
            }
            for (int d = 0; d < sums[c].length; d++) {
                sums[c][d] = (float) (sums[c][d] / length);
            }
        }
        return sums;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
