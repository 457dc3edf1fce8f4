package io.biggerbox.text.discovery;

/** A micro-cluster as sentences are compared with it, seen from the middle of all pain. Valid until either changes. */
final class View {

    /** Sentence pairs that what is usual counts for, when it is estimated how alike the members are. */
    private static final double PRIOR_PAIRS = 10;

    /** However little members seem alike, some likeness is asked for. */
    private static final double LEAST = 0.25;

    private final float[] mean;
    private final float[] direction;
    private final double likeness;
    private final double members;

    View(MicroCluster cluster, Centre centre, double usual) {
        float[] seen = centre.seen(cluster.sum, cluster.weight);
        double scale = Math.sqrt(centre.spread());
        Vectors.add(seen, 1 / scale, seen, 0);
        double pairs = cluster.weight * cluster.weight - cluster.squares;
        double alike = Vectors.dot(seen, seen) - cluster.squares;
        likeness = Math.max(LEAST * usual, (alike + PRIOR_PAIRS * usual) / (pairs + PRIOR_PAIRS));
        members = Math.max(1, cluster.weight * cluster.weight / Math.max(cluster.squares, Double.MIN_NORMAL));
        direction = Vectors.unit(seen.clone());
        Vectors.add(seen, 1 / Math.max(cluster.weight, Double.MIN_NORMAL), seen, 0);
        mean = seen;
    }

    /**
     * Mean inner product of two members, exact by the cluster feature, (|S|² − Σw²) / (W² − Σw²), where there are many
     * pairs; where there are few, what is usual counts as some more.
     */
    double likeness() {
        return likeness;
    }

    /** The cosine that one more member would have with the direction of these. */
    double expected() {
        return Math.sqrt(members) * likeness / Math.sqrt(1 + (members - 1) * likeness);
    }

    /** Cosine with a unit vector seen from the same middle. */
    double cosine(float[] unit) {
        return Vectors.dot(direction, unit);
    }

    /** Mean inner product across two clusters by that within them: 1 when they say the same, however many say it. */
    double alike(View other) {
        return Vectors.dot(mean, other.mean) / Math.sqrt(likeness * other.likeness);
    }
}
