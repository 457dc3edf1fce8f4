package io.biggerbox.demo;

import io.biggerbox.events.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes reviews: the first version, the vendor's answer, the customer's edit. */
final class ReviewWriter {
    private final Voice voice;
    private final Vendor vendor;

    ReviewWriter(Voice voice, Vendor vendor) {
        this.voice = voice;
        this.vendor = vendor;
    }

    List<Draft> write(Moment moment, String id, Dice dice) {
        Review first = first(moment, id, dice);
        List<Draft> drafts = new ArrayList<>();
        drafts.add(new Draft(first, moment.at(), moment.truth()));
        boolean empty = first.getText() == null || first.getText().isBlank();
        Review latest = first;
        long at = moment.at();
        if (dice.chance(moment.mood() == Mood.COMPLAINT ? 0.55 : empty ? 0.02 : 0.13)) {
            at += (long) (dice.lognormal(14, 0.8) * Calendar26.HOUR);
            latest = Review.newBuilder(latest)
                    .setReplyText(vendor.reply(moment, dice).text())
                    .setRepliedAt(Instant.ofEpochMilli(at))
                    .setRevision(at)
                    .build();
            drafts.add(new Draft(latest, at, moment.truth()));
        }
        if (!empty && dice.chance(0.035)) {
            at += (long) (dice.between(0.2, 9) * Calendar26.DAY);
            drafts.add(edit(moment, latest, at, dice));
        }
        return drafts;
    }

    private Review first(Moment moment, String id, Dice dice) {
        Customer customer = moment.customer();
        Voice.Words words = voice.body(moment, dice);
        boolean empty = moment.mood() != Mood.COMPLAINT && dice.chance(moment.mood() == Mood.GRUMBLE ? 0.5 : 0.06);
        boolean app = moment.product() == DemoProduct.MOBILE_APP;
        String text = empty ? List.of("", " ").get(dice.below(2)) : words.text();
        boolean titled = !empty && dice.chance(app ? 0.3 : 0.6);
        String title = titled ? voice.headline(moment, words.language(), dice) : null;
        return Review.newBuilder()
                .setSource(app ? "app-store" : "shop-reviews")
                .setSourceId(id)
                .setRevision(moment.at())
                .setProduct(moment.product().title())
                .setCustomerId(customer.id())
                .setCustomerTier(customer.tier())
                .setCustomerValuePerYear(customer.valuePerYear())
                .setChannel(app ? "app-store" : "web")
                .setLanguage(dice.chance(0.7) ? words.language() : null)
                .setWrittenAt(Instant.ofEpochMilli(moment.at()))
                .setExperiencedAt(Times.instant(moment.experiencedAt()))
                .setRating(stars(moment.mood(), dice))
                .setTitle(title)
                .setText(text.isEmpty() && dice.chance(0.5) ? null : text)
                .setAttributes(app ? Map.of("app_version", version(moment)) : Map.of())
                .build();
    }

    /** Few edits change their mind; those of the stories never do, or the story would be retracted. */
    private Draft edit(Moment moment, Review review, long at, Dice dice) {
        boolean settled = moment.mood() == Mood.COMPLAINT && moment.story() == null && dice.chance(0.5);
        String rule = settled
                ? "edit.settled"
                : moment.mood() == Mood.PRAISE || moment.mood() == Mood.NEUTRAL ? "edit.still-good" : "edit.still-bad";
        String addition = voice.say(rule, moment, dice);
        Review edited = Review.newBuilder(review)
                .setText(settled ? addition : review.getText() + " " + addition)
                .setRating(settled ? 4.0 : review.getRating())
                .setEditedAt(Instant.ofEpochMilli(at))
                .setRevision(at)
                .build();
        DemoTruth truth = settled ? new DemoTruth(Mood.NEUTRAL, null, null) : moment.truth();
        return new Draft(edited, at, truth);
    }

    private static double stars(Mood mood, Dice dice) {
        return switch (mood) {
            case PRAISE -> dice.chance(0.78) ? 5 : 4;
            case NEUTRAL -> dice.chance(0.55) ? 4 : 3;
            case GRUMBLE -> dice.chance(0.6) ? 2 : 3;
            case COMPLAINT -> 1 + dice.weighted(0.52, 0.36, 0.12);
        };
    }

    private static String version(Moment moment) {
        return "5." + Math.floorMod(Math.floorDiv(moment.at(), 14 * Calendar26.DAY), 40L) + ".0";
    }
}
