package io.biggerbox.cascade;

import ai.onnxruntime.OrtException;
import io.biggerbox.sentences.SentenceModel;
import io.biggerbox.text.Leaning;
import io.biggerbox.text.SecondOpinion;
import io.biggerbox.text.SecondOpinionException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A second opinion by a sentence model, on all texts whose first answer has a margin below a fixed one. */
final class SentenceOpinion implements SecondOpinion {
    private static final Logger LOG = LoggerFactory.getLogger(SentenceOpinion.class);

    /** A model that fails on everything would fill the disk with its complaints. */
    private static final long LOG_EVERY = 10_000;

    private final CascadeModel model;
    private final SentenceModel sentences;
    private final String version;
    private final double margin;
    private final AtomicLong failures = new AtomicLong();

    SentenceOpinion(CascadeModel model, SentenceModel sentences, double share) {
        this.model = model;
        this.sentences = sentences;
        this.margin = model.margin(share);
        this.version = model.version() + "@" + shown(share);
    }

    /** At least two decimals, and as many as it takes to tell shares apart. */
    private static String shown(double share) {
        String two = String.format(Locale.ROOT, "%.2f", share);
        return Double.parseDouble(two) == share ? two : Double.toString(share);
    }

    @Override
    public boolean wanted(Leaning first) {
        return first.margin() < margin;
    }

    @Override
    public Leaning of(String text, Leaning first) {
        String shown = Shown.of(text);
        if (shown.isEmpty()) {
            return first;
        }
        try {
            return model.together(first, model.second(sentences.embed(shown)));
        } catch (OrtException | IllegalStateException e) {
            // the latter says that the session was closed
            long failed = failures.getAndIncrement();
            if (failed % LOG_EVERY == 0) {
                LOG.warn("The sentence model failed ({} times so far); the fast reader reads alone", failed + 1, e);
            }
            throw new SecondOpinionException("the sentence model failed: " + e.getMessage(), e);
        }
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void close() {
        try {
            sentences.close();
        } catch (OrtException e) {
            LOG.warn("The sentence model could not be closed", e);
        }
    }
}
