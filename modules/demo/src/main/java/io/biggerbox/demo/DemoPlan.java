package io.biggerbox.demo;

import io.biggerbox.demo.DemoStory.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What is planted, and what the teams declare: the truth that a run of the demo is measured against.
 *
 * @param start first moment of the half-year
 * @param end last moment, exclusive
 * @param stories the planted stories
 * @param commands what the teams declare, by time
 */
public record DemoPlan(Instant start, Instant end, List<DemoStory> stories, List<DemoCommand> commands) {

    /** Id of the parcel box that is too small. */
    public static final String BOX = "box-too-small";
    /** Id of the release that breaks login. */
    public static final String LOGIN = "login-release";
    /** Id of the refund problem that was fixed and returns. */
    public static final String REFUND = "refund-returns";
    /** Id of the delivery complaints hidden by praise. */
    public static final String DELIVERY = "delivery-masked";
    /** Id of the customer who posts forty times. */
    public static final String ANGRY = "one-angry-customer";
    /** Id of the marketing day. */
    public static final String MARKETING = "marketing-day";

    /** Copies the lists. */
    public DemoPlan {
        stories = List.copyOf(stories);
        commands = List.copyOf(commands);
    }

    /**
     * The plan of the half-year that begins on a date.
     *
     * @param start its first day, in UTC
     * @return the plan; it depends on the date only
     */
    public static DemoPlan startingOn(LocalDate start) {
        Calendar26 calendar = new Calendar26(start);
        Instant first = calendar.instant(0);
        Instant last = calendar.instant(Calendar26.DAYS);
        List<DemoStory> stories = List.of(
                new DemoStory(
                        BOX,
                        DemoProduct.PARCEL_BOX.title(),
                        DemoThemes.PACKAGING_TOO_SMALL,
                        Kind.CHRONIC,
                        first,
                        last,
                        null,
                        true,
                        "The parcel box is too small: a handful of customers say so every week, never a spike."),
                new DemoStory(
                        LOGIN,
                        DemoProduct.MOBILE_APP.title(),
                        DemoThemes.LOGIN,
                        Kind.SURGE,
                        calendar.instant(Rates.RELEASE_DAY),
                        calendar.instant(Rates.HOTFIX_DAY),
                        null,
                        true,
                        "An app release breaks login: eight times the usual complaints for twelve days."),
                new DemoStory(
                        REFUND,
                        DemoProduct.ONLINE_SHOP.title(),
                        DemoThemes.REFUND,
                        Kind.REGRESSION,
                        calendar.instant(Rates.REFUND_DAY),
                        last,
                        calendar.instant(Rates.REFUND_BACK_DAY),
                        true,
                        "Refunds hang, are declared fixed, stay quiet for seven weeks, and hang again."),
                new DemoStory(
                        DELIVERY,
                        DemoProduct.HOME_DELIVERY.title(),
                        DemoThemes.DELIVERY_LATE,
                        Kind.MASKED,
                        calendar.instant(Rates.GROWTH_DAY),
                        last,
                        null,
                        true,
                        "Late deliveries grow fivefold while praise grows ninefold: the share of complaints falls."),
                new DemoStory(
                        ANGRY,
                        DemoProduct.EMBER_KETTLE.title(),
                        DemoThemes.QUALITY_BROKE_EARLY,
                        Kind.ONE_PERSON,
                        calendar.instant(Rates.ANGRY_DAY),
                        calendar.instant(Rates.ANGRY_DAY + 2),
                        null,
                        false,
                        "One customer posts forty complaints in two days: one angry person is one person."),
                new DemoStory(
                        MARKETING,
                        DemoProduct.PANTRY_CLUB.title(),
                        null,
                        Kind.MARKETING,
                        calendar.instant(Rates.MARKETING_DAY),
                        calendar.instant(Rates.MARKETING_DAY + 1),
                        null,
                        false,
                        "A marketing day: five times the feedback of every sort, and nothing got worse."));
        List<DemoCommand> commands = List.of(new DemoCommand(
                DemoProduct.ONLINE_SHOP.title(),
                DemoThemes.REFUND,
                calendar.instant(Rates.REFUND_FIX_DAY),
                calendar.instant(Rates.REFUND_FIX_DAY + 4 / 24.0),
                "Refunds are paid out by a nightly job again; the backlog is cleared."));
        return new DemoPlan(first, last, stories, commands);
    }
}
