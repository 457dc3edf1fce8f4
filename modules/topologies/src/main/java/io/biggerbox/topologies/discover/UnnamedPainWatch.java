package io.biggerbox.topologies.discover;

import io.biggerbox.topologies.figures.Figure;
import io.biggerbox.topologies.figures.TaskFigure;
import org.apache.kafka.streams.StreamsMetrics;

/**
 * How much pain the taxonomy has no name for: {@link Figure#PAIN_SENTENCES} and {@link Figure#UNLABELLED_PAIN_SENTENCES}.
 */
final class UnnamedPainWatch {

    private final TaskFigure all;
    private final TaskFigure unnamed;

    UnnamedPainWatch(StreamsMetrics metrics, String task) {
        all = new TaskFigure(metrics, task, Figure.PAIN_SENTENCES);
        unnamed = new TaskFigure(metrics, task, Figure.UNLABELLED_PAIN_SENTENCES);
    }

    void count(Pain pain) {
        if (pain.sentences() > 0) {
            all.record(pain.sentences());
            unnamed.record(Math.min(pain.sentences(), pain.unnamed().size()));
        }
    }

    void close() {
        all.close();
        unnamed.close();
    }
}
