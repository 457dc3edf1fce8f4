package io.biggerbox.topologies.measure;

/** Numbers of an experience row, in the order in which they are kept. New ones go to the end. */
enum ExperienceColumn {
    FEEDBACK,
    NEGATIVE,
    NEUTRAL,
    POSITIVE,
    UNREAD,
    SCORE_UNITS,
    LEAVERS,
    STARS_COUNT,
    STARS_UNITS,
    PROMOTERS,
    PASSIVES,
    DETRACTORS,
    CSAT_COUNT,
    CSAT_UNITS,
    CES_COUNT,
    CES_UNITS,
    SUPPORT_COUNT,
    SUPPORT_UNITS
}
