package io.biggerbox.topologies.measure;

/** Numbers of an experience row, in the order in which they are kept. New ones go to the end. */
enum ExperienceColumn implements Column {
    FEEDBACK(0),
    NEGATIVE(1),
    NEUTRAL(2),
    POSITIVE(3),
    UNREAD(4),
    SCORE_UNITS(5),
    LEAVERS(6),
    STARS_COUNT(7),
    STARS_UNITS(8),
    PROMOTERS(9),
    PASSIVES(10),
    DETRACTORS(11),
    CSAT_COUNT(12),
    CSAT_UNITS(13),
    CES_COUNT(14),
    CES_UNITS(15),
    SUPPORT_COUNT(16),
    SUPPORT_UNITS(17);

    private final int position;

    ExperienceColumn(int position) {
        this.position = position;
    }

    @Override
    public int position() {
        return position;
    }
}
