package io.biggerbox.text;

/**
 * Reads again what the fast reader is unsure of. Found at run time through {@link SecondOpinionProvider}, because it may
 * need a native library.
 *
 * <p>Implementations are safe for use by any number of threads, take time linear in the length of a text and bounded from
 * some length on, and answer the same for the same text, whatever was asked before.
 */
public interface SecondOpinion extends AutoCloseable {

    /** Never wanted. */
    SecondOpinion NONE = new SecondOpinion() {
        @Override
        public boolean wanted(Leaning first) {
            return false;
        }

        @Override
        public Leaning of(String text, Leaning first) {
            return first;
        }

        @Override
        public String version() {
            return "";
        }

        @Override
        public void close() {
            // holds nothing
        }
    };

    /** Whether the fast reader's answer is so unsure that a second opinion is worth its time. */
    boolean wanted(Leaning first);

    /**
     * What a text amounts to with the first answer taken into account.
     *
     * @param text a sentence or a short text, personal data already redacted
     * @param first what the fast reader says
     * @throws SecondOpinionException if it cannot be read now; the first answer stands
     */
    Leaning of(String text, Leaning first);

    /** Names the weights and settings behind the answers, for instance {@code cascade-1@0.10}. */
    String version();

    @Override
    void close();
}
