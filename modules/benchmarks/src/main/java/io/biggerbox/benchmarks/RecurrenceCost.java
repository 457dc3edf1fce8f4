package io.biggerbox.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link RecurrenceBenchmark} and prints events a second, and how much dearer an event is with a million
 * series than with a thousand. Takes the options of JMH.
 */
public final class RecurrenceCost {

    private RecurrenceCost() {}

    /**
     * Runs.
     *
     * @param args options of JMH
     */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(args))
                        .include(RecurrenceBenchmark.class.getName())
                        .build())
                .run();
        TreeMap<Integer, Double> cost = new TreeMap<>();
        for (RunResult result : results) {
            cost.put(
                    Integer.parseInt(result.getParams().getParam("series")),
                    result.getPrimaryResult().getScore());
        }
        for (Map.Entry<Integer, Double> entry : cost.entrySet()) {
            System.out.printf(
                    Locale.ROOT,
                    "%,9d series: %,9.0f events/s, %,7.0f ns an event, %.2f times the cost with %,d series%n",
                    entry.getKey(),
                    1e9 / entry.getValue(),
                    entry.getValue(),
                    entry.getValue() / cost.firstEntry().getValue(),
                    cost.firstKey());
        }
    }
}
