package io.biggerbox.text;

/** Opens a {@link SecondOpinion}; registered as a {@link java.util.ServiceLoader} service by the module that brings it. */
public interface SecondOpinionProvider {

    /** The share that is asked for when nobody says another. */
    double usualShare();

    /**
     * Opens it; may load a native library and take a second.
     *
     * @param share of texts that shall be read a second time, from 0 to 1; kept on average over texts like those that it
     *     was set by, since every text is judged by itself
     * @throws SecondOpinionException if it does not work on this machine
     */
    SecondOpinion open(double share);
}
