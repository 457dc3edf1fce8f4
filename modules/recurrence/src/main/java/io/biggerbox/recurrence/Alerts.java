package io.biggerbox.recurrence;

/** Questions about alerts. */
public final class Alerts {

    private Alerts() {}

    /**
     * Whether this revision is an alarm: a new generation that is raised as {@link AlertState#OPEN} or
     * {@link AlertState#REGRESSED}. Every other revision ({@link AlertState#EMERGING}, what a team said,
     * a verdict, an escalation, the end of a silence) is news about an alarm that was raised before, and
     * must not be counted as another one.
     *
     * @param alert a revision
     */
    public static boolean isRaise(Alert alert) {
        return (alert.state() == AlertState.OPEN || alert.state() == AlertState.REGRESSED)
                && alert.decidedAt().equals(alert.openedAt());
    }

    /**
     * Whether this revision tells of a surge on top of what was open already: news with numbers of its own.
     *
     * @param alert a revision
     */
    public static boolean isWorse(Alert alert) {
        return alert.state() == AlertState.ESCALATED && alert.decidedAt().equals(alert.worseAt());
    }
}
