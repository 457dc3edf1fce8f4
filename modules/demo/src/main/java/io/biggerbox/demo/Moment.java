package io.biggerbox.demo;

import org.jspecify.annotations.Nullable;

/**
 * A customer is about to say something: everything but the words.
 *
 * @param at when, in epoch milliseconds
 * @param product about what
 * @param customer who
 * @param kind where
 * @param mood how
 * @param theme id of the theme complained about, or null
 * @param story id of the planted story, or null
 * @param experiencedAt when they met it, in epoch milliseconds, or null
 */
record Moment(
        long at,
        DemoProduct product,
        Customer customer,
        FeedbackKind kind,
        Mood mood,
        @Nullable String theme,
        @Nullable String story,
        @Nullable Long experiencedAt) {

    DemoTruth truth() {
        return new DemoTruth(mood, theme, story);
    }
}
