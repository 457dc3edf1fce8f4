package io.biggerbox.training.student;

import java.util.List;
import java.util.Random;

/**
 * Turns the sentence model's numbers into fewer that keep most of the variance: principal components, by orthogonal
 * iteration, scaled to a variance of 1 on average.
 */
public final class Components {
    private static final int ITERATIONS = 40;
    private static final int EVERY = 3;

    private final double[] mean;
    private final double[][] axes;
    private final double scale;

    private Components(double[] mean, double[][] axes, double scale) {
        this.mean = mean;
        this.axes = axes;
        this.scale = scale;
    }

    /**
     * Learns the components.
     *
     * @param rows all of the same length
     * @param width how many components
     */
    public static Components of(List<float[]> rows, int width, Random random) {
        double[] mean = new double[rows.get(0).length];
        for (float[] row : rows) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += row[j] / (double) rows.size();
            }
        }
        Components plain = new Components(mean, axes(covariance(rows, mean), width, random), 1);
        double squares = 0;
        for (float[] row : rows) {
            for (float value : plain.of(row)) {
                squares += value * value;
            }
        }
        return new Components(mean, plain.axes, 1 / Math.sqrt(squares / ((double) rows.size() * width)));
    }

    /** The components of one row. */
    public float[] of(float[] row) {
        float[] out = new float[axes.length];
        for (int d = 0; d < axes.length; d++) {
            double sum = 0;
            for (int j = 0; j < mean.length; j++) {
                sum += axes[d][j] * (row[j] - mean[j]);
            }
            out[d] = (float) (sum * scale);
        }
        return out;
    }

    private static double[][] covariance(List<float[]> rows, double[] mean) {
        int size = mean.length;
        double[][] covariance = new double[size][size];
        double[] centred = new double[size];
        for (int w = 0; w < rows.size(); w += EVERY) {
            float[] row = rows.get(w);
            for (int j = 0; j < size; j++) {
                centred[j] = row[j] - mean[j];
            }
            for (int j = 0; j < size; j++) {
                double[] sums = covariance[j];
                for (int k = 0; k < size; k++) {
                    sums[k] += centred[j] * centred[k];
                }
            }
        }
        return covariance;
    }

    private static double[][] axes(double[][] covariance, int width, Random random) {
        int size = covariance.length;
        double[][] axes = new double[width][size];
        for (double[] axis : axes) {
            for (int j = 0; j < size; j++) {
                axis[j] = random.nextGaussian();
            }
        }
        for (int i = 0; i < ITERATIONS; i++) {
            for (int d = 0; d < width; d++) {
                axes[d] = product(covariance, axes[d]);
                for (int before = 0; before < d; before++) {
                    double shared = dot(axes[d], axes[before]);
                    for (int j = 0; j < size; j++) {
                        axes[d][j] -= shared * axes[before][j];
                    }
                }
                double length = Math.sqrt(dot(axes[d], axes[d]));
                for (int j = 0; j < size; j++) {
                    axes[d][j] /= length;
                }
            }
        }
        return axes;
    }

    private static double[] product(double[][] matrix, double[] vector) {
        double[] out = new double[vector.length];
        for (int j = 0; j < out.length; j++) {
            out[j] = dot(matrix[j], vector);
        }
        return out;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
