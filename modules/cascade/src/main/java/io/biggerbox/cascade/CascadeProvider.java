package io.biggerbox.cascade;

import ai.onnxruntime.OrtException;
import io.biggerbox.sentences.Encoder;
import io.biggerbox.sentences.SentenceModel;
import io.biggerbox.text.SecondOpinion;
import io.biggerbox.text.SecondOpinionException;
import io.biggerbox.text.SecondOpinionProvider;
import io.biggerbox.text.sentiment.SentimentModel;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the cascade's second opinion; found by {@link java.util.ServiceLoader}. */
public final class CascadeProvider implements SecondOpinionProvider {
    /** The sentence model that reads again. */
    public static final Encoder ENCODER = Encoder.BGE_SMALL_8;

    /** So many texts that ten times as many are read in the time that the whole sentence model takes for all. */
    public static final double USUAL_SHARE = 0.1;

    private static final Logger LOG = LoggerFactory.getLogger(CascadeProvider.class);

    private static final String REMEDY =
            "; use the fast reader, or a machine for which onnxruntime brings its library: Linux,"
                    + " macOS or Windows with glibc, on x86-64 or AArch64";

    /** Called by the service loader. */
    public CascadeProvider() {}

    @Override
    public double usualShare() {
        return USUAL_SHARE;
    }

    @Override
    public SecondOpinion open(double share) {
        CascadeModel model = CascadeModel.shipped();
        String fast = SentimentModel.shipped().version();
        if (!fast.equals(model.madeFor())) {
            LOG.warn(
                    "{} was made for {}, not for {}: the share of texts read twice may be another; run MakeCascade",
                    model.version(),
                    model.madeFor(),
                    fast);
        }
        SentenceModel sentences;
        try {
            sentences = SentenceModel.load(ENCODER);
            sentences.embed("Ready?");
        } catch (IOException e) {
            throw new SecondOpinionException(
                    "the cascade's sentence model cannot be read: " + e.getMessage()
                            + "; put all of modules/cascade/target/lib on the class path, or use the fast reader",
                    e);
        } catch (OrtException | LinkageError e) {
            throw new SecondOpinionException("the cascade's native library does not work here: " + e + REMEDY, e);
        }
        return new SentenceOpinion(model, sentences, share);
    }
}
