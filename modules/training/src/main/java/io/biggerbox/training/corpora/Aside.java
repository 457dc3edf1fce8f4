package io.biggerbox.training.corpora;

/** The fixed 15 % of every source that nothing learns from, chosen by the text itself. */
public final class Aside {
    private static final int PERCENT = 15;

    private Aside() {}

    /** Whether {@code text} is kept aside; the same on every machine and in every run. */
    public static boolean holds(String text) {
        return Math.floorMod((text.hashCode() * 0x9E3779B1) >>> 7, 100) < PERCENT;
    }
}
