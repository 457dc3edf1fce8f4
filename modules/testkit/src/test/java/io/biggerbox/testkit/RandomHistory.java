package io.biggerbox.testkit;

import static io.biggerbox.testkit.Events.MONDAY;
import static io.biggerbox.testkit.Events.command;
import static io.biggerbox.testkit.Events.review;

import io.biggerbox.events.Command;
import io.biggerbox.events.CommandKind;
import io.biggerbox.events.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Four months of two products: a complaint that never goes away, a surge, a declared change, a return, praise. Some
 * customers say it again within the hour, some take it back. Everything is drawn from the seed.
 */
final class RandomHistory {

    private static final int DAYS = 125;
    private static final Duration DAY = Duration.ofDays(1);
    private static final String APP = "App";
    private static final String[] TIERS = {"basic", "gold", "premium"};

    private final Random random;
    private final long seed;
    private final boolean edits;
    private final List<Step> steps = new ArrayList<>();
    private int id;

    /**
     * A record that arrives: a review or a command.
     *
     * @param arrival when it arrives
     * @param at when it was written; not after {@code arrival}
     */
    record Step(Instant arrival, Instant at, @Nullable Review review, @Nullable Command command) {

        Step arriving(Instant time) {
            return new Step(time, at, review, command);
        }
    }

    /**
     * Draws a history.
     *
     * @param edits whether some take back days later what they said
     */
    RandomHistory(long seed, boolean edits) {
        this.seed = seed;
        this.edits = edits;
        random = new Random(seed);
        int surge = 60 + random.nextInt(15);
        int back = surge + 32 + random.nextInt(6);
        for (int day = 0; day < DAYS; day++) {
            praise(Events.PRODUCT, day);
            praise(APP, day);
            complaints(Events.PRODUCT, Fixtures.BOX_COMPLAINT, day, 1.1);
            boolean loud = (day >= surge && day < surge + 8) || (day >= back && day < back + 7);
            complaints(APP, Fixtures.LOGIN_COMPLAINT, day, loud ? 6 : 0.08);
            complaints(APP, Fixtures.BOX_COMPLAINT, day, 0.2);
        }
        said(command("ack", CommandKind.ACKNOWLEDGE, at(surge + 4))
                .setProduct(APP)
                .setTheme(Fixtures.LOGIN));
        Instant fixed = at(surge + 9);
        said(command("fix", CommandKind.DECLARE_CHANGE, fixed)
                .setProduct(APP)
                .setTheme(Fixtures.LOGIN)
                .setEffectiveAt(fixed.minus(Duration.ofHours(random.nextInt(30)))));
        said(command("mute", CommandKind.MUTE, at(70)).setUntil(at(70 + random.nextInt(30))));
        steps.sort(Comparator.comparing(Step::at));
    }

    private void praise(String product, int day) {
        for (int i = 0; i < 2; i++) {
            add(product, Fixtures.BOX_PRAISE, "fan" + id, anyTime(day));
        }
    }

    private void complaints(String product, String text, int day, double mean) {
        double limit = StrictMath.exp(-mean);
        for (double chance = random.nextDouble(); chance > limit; chance *= random.nextDouble()) {
            String customer = "c" + id;
            Instant at = anyTime(day);
            Review review = add(product, text, customer, at);
            if (random.nextInt(6) == 0) {
                add(product, text, customer, at.plusSeconds(60 + random.nextInt(6_600)));
            } else if (random.nextInt(15) == 0 && edits) {
                // Long after, so that no disorder lets the first words arrive after the last.
                Instant edited = at.plus(DAY).plusSeconds(random.nextInt(200_000));
                steps.add(new Step(
                        edited,
                        edited,
                        Review.newBuilder(review)
                                .setRevision(1)
                                .setEditedAt(edited)
                                .setText(Fixtures.BOX_PRAISE)
                                .build(),
                        null));
            }
        }
    }

    private Review add(String product, String text, String customer, Instant at) {
        int who = customer.hashCode() & 0xffff;
        Review review = review("r" + id++, customer, at)
                .setProduct(product)
                .setText(text + " It is number " + id + ".")
                .setCustomerTier(TIERS[who % TIERS.length])
                .setCustomerValuePerYear(who % 4 == 0 ? null : 10.0 * (who % 50))
                .build();
        steps.add(new Step(at, at, review, null));
        return review;
    }

    private void said(Command.Builder command) {
        steps.add(new Step(command.getIssuedAt(), command.getIssuedAt(), null, command.build()));
    }

    private Instant at(int day) {
        return MONDAY.plus(DAY.multipliedBy(day)).plusSeconds(random.nextInt(86_400));
    }

    private Instant anyTime(int day) {
        return MONDAY.plus(DAY.multipliedBy(day)).plusSeconds(random.nextInt(86_400));
    }

    /** Each record arrives when it was written. */
    List<Step> inOrder() {
        return List.copyOf(steps);
    }

    /** Each review arrives up to {@code disorder} late, but on the same side of every command. */
    List<Step> shuffled(Duration disorder) {
        Random shuffle = new Random(seed + 1);
        TreeSet<Instant> commands = new TreeSet<>();
        steps.stream().filter(step -> step.command() != null).forEach(step -> commands.add(step.at()));
        List<Step> late = new ArrayList<>();
        for (Step step : steps) {
            Instant arrival = step.at();
            if (step.review() != null) {
                arrival = arrival.plusSeconds(shuffle.nextInt((int) disorder.toSeconds()));
                Instant command = commands.higher(step.at());
                if (command != null && !arrival.isBefore(command)) {
                    arrival = command.minusMillis(1);
                }
            }
            late.add(step.arriving(arrival.isBefore(step.at()) ? step.at() : arrival));
        }
        late.sort(Comparator.comparing(Step::arrival));
        return late;
    }

    /** A tenth of all records is delivered again, up to five days later. */
    List<Step> repeated() {
        return repeated(steps);
    }

    /** Both. */
    List<Step> shuffledAndRepeated(Duration disorder) {
        return repeated(shuffled(disorder));
    }

    private List<Step> repeated(List<Step> once) {
        Random repeat = new Random(seed + 2);
        Instant last = once.get(once.size() - 1).arrival();
        List<Step> twice = new ArrayList<>(once);
        for (Step step : once) {
            Instant again = step.arrival().plusSeconds(repeat.nextInt(5 * 86_400));
            if ((repeat.nextInt(10) == 0 || step.command() != null) && !again.isAfter(last)) {
                twice.add(step.arriving(again));
            }
        }
        // Stable: a repetition at the very same time comes after the first delivery.
        twice.sort(Comparator.comparing(Step::arrival));
        return twice;
    }
}
