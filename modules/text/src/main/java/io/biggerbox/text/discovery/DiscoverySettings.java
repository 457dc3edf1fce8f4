package io.biggerbox.text.discovery;

/**
 * When painful sentences make a candidate.
 *
 * @param halfLifeDays days of event time in which the weight of a sentence halves; above 0
 * @param mostClusters micro-clusters that are kept at most, the heaviest; at least 2
 * @param join part of the likeness that a member of a cluster shows on average which a sentence must show to join it,
 *     from 0 to 1
 * @param merge part of the likeness within two clusters which they must show to each other to become one, from 0 to 1
 * @param floor weight below which a cluster is noise: it is not offered, and what was offered fades at half of it
 * @param cohesion part of the usual likeness that the members of a candidate must show, from 0 to 1: what is held together
 *     by chance is noise
 * @param customers distinct customers that must have said it before it is offered; at least 1
 * @param latenessHours hours of event time for which sentences wait for earlier ones, so that the order in which they
 *     arrive does not matter; at least 0
 * @param mostCandidates candidates that are open at most, those of most customers
 */
public record DiscoverySettings(
        double halfLifeDays,
        int mostClusters,
        double join,
        double merge,
        double floor,
        double cohesion,
        int customers,
        int latenessHours,
        int mostCandidates) {

    /** Settings for production. */
    public static final DiscoverySettings DEFAULTS = new DiscoverySettings(28, 500, 0.85, 0.9, 4, 0.5, 5, 2, 50);

    public DiscoverySettings {
        if (!(halfLifeDays > 0) || mostClusters < 2 || customers < 1 || latenessHours < 0 || mostCandidates < 1) {
            throw new IllegalArgumentException("a setting of discovery is out of its range");
        }
    }
}
