package io.biggerbox.demo;

import io.biggerbox.events.Answer;
import io.biggerbox.events.Survey;
import io.biggerbox.events.SurveyKind;
import java.time.Instant;
import java.util.List;

/** Writes answers to surveys: a score, and a comment from those who have something to say. */
final class SurveyWriter {
    private final Voice voice;

    SurveyWriter(Voice voice) {
        this.voice = voice;
    }

    List<Draft> write(Moment moment, String id, Dice dice) {
        Customer customer = moment.customer();
        Scale scale = List.of(Scale.NPS, Scale.CSAT, Scale.CES).get(dice.weighted(0.55, 0.3, 0.15));
        boolean commented = moment.mood() == Mood.COMPLAINT || dice.chance(moment.mood() == Mood.GRUMBLE ? 0.3 : 0.5);
        Voice.Words words = voice.body(moment, dice);
        String blank = dice.chance(0.2) ? "" : null;
        Survey survey = Survey.newBuilder()
                .setSource("pulse")
                .setSourceId(id)
                .setRevision(moment.at())
                .setProduct(moment.product().title())
                .setCustomerId(customer.id())
                .setCustomerTier(customer.tier())
                .setCustomerValuePerYear(customer.valuePerYear())
                .setChannel(dice.chance(0.8) ? "e-mail" : "in-app")
                .setLanguage(commented && dice.chance(0.5) ? words.language() : null)
                .setWrittenAt(Instant.ofEpochMilli(moment.at()))
                .setExperiencedAt(Times.instant(moment.experiencedAt()))
                .setKind(scale.kind)
                .setScore(scale.score(moment.mood(), dice))
                .setScoreMin(scale.min)
                .setScoreMax(scale.max)
                .setComment(commented ? words.text() : blank)
                .setAnswers(answers(moment, dice))
                .build();
        return List.of(new Draft(survey, moment.at(), moment.truth()));
    }

    private static List<Answer> answers(Moment moment, Dice dice) {
        if (!dice.chance(0.15)) {
            return List.of();
        }
        String answer = moment.mood() == Mood.COMPLAINT || moment.mood() == Mood.GRUMBLE ? "Not sure" : "Yes";
        return List.of(new Answer("Would you order from us again?", answer));
    }

    /** What is measured, and on which scale. */
    private enum Scale {
        NPS(SurveyKind.NPS, 0, 10),
        CSAT(SurveyKind.CSAT, 1, 5),
        CES(SurveyKind.CES, 1, 7);

        private final SurveyKind kind;
        private final double min;
        private final double max;

        Scale(SurveyKind kind, double min, double max) {
            this.kind = kind;
            this.min = min;
            this.max = max;
        }

        double score(Mood mood, Dice dice) {
            double share =
                    switch (mood) {
                        case PRAISE -> dice.between(0.86, 1);
                        case NEUTRAL -> dice.between(0.58, 0.84);
                        case GRUMBLE -> dice.between(0.25, 0.6);
                        case COMPLAINT -> dice.between(0, 0.4);
                    };
            return StrictMath.rint(min + share * (max - min));
        }
    }
}
