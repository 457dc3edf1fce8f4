package io.biggerbox.text.discovery;

/** How weights fade with event time: by half in every half-life. */
final class Fading {

    private final double halfLifeMillis;

    Fading(double halfLifeDays) {
        halfLifeMillis = halfLifeDays * Weeks.DAY_MILLIS;
    }

    /** What is left of 1 after the time between two moments; 1 when the second is not later. */
    double between(long then, long now) {
        return now <= then ? 1 : StrictMath.pow(2, -(now - then) / halfLifeMillis);
    }
}
