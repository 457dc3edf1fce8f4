package io.biggerbox.text;

import io.biggerbox.text.taxonomy.Taxonomy;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the readers of one choice, one for every taxonomy that comes into force; all share one sentence model. Close it
 * when none of its readers is used any more.
 */
public final class Readers implements Function<Taxonomy, TextReader>, AutoCloseable {
    private static final String REMEDY =
            "add modules/cascade with its libraries to the class path (mvn package -pl modules/cascade -am), or use the"
                    + " fast reader";

    private final SecondOpinion second;

    private Readers(SecondOpinion second) {
        this.second = second;
    }

    /** Fast readers. */
    public static Readers fast() {
        return new Readers(SecondOpinion.NONE);
    }

    /**
     * Readers of a choice.
     *
     * @param share of texts that the cascade may read twice, from 0 to 1; null for its usual share; only the cascade has one
     * @throws SecondOpinionException if the cascade is asked for and is not there, or does not work on this machine
     * @throws IllegalArgumentException if the share makes no sense
     */
    public static Readers open(ReaderChoice choice, @Nullable Double share) {
        if (share != null && !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share of texts lies between 0 and 1: " + share);
        }
        if (choice == ReaderChoice.FAST) {
            if (share != null) {
                throw new IllegalArgumentException(
                        "the fast reader reads everything once: only the cascade has a share");
            }
            return fast();
        }
        SecondOpinionProvider provider = provider();
        return new Readers(provider.open(share == null ? provider.usualShare() : share));
    }

    private static SecondOpinionProvider provider() {
        try {
            Iterator<SecondOpinionProvider> found =
                    ServiceLoader.load(SecondOpinionProvider.class).iterator();
            if (found.hasNext()) {
                return found.next();
            }
        } catch (ServiceConfigurationError e) {
            throw new SecondOpinionException(
                    "the cascade reader cannot be loaded: " + e.getMessage() + "; " + REMEDY, e);
        }
        throw new SecondOpinionException("the cascade reader is not installed: " + REMEDY);
    }

    /** A reader that finds the themes of {@code taxonomy}. */
    @Override
    public TextReader apply(Taxonomy taxonomy) {
        return FastReader.create(taxonomy, second);
    }

    @Override
    public void close() {
        second.close();
    }
}
