package io.biggerbox.demo;

import java.util.List;

/** What the company sells, and how much is said about it in an ordinary week. */
public enum DemoProduct {
    /** The reusable box that orders come in. */
    PARCEL_BOX(
            "Parcel Box",
            "parcel-box",
            230,
            List.of(
                    DemoThemes.ORDER_DAMAGED,
                    DemoThemes.PACKAGING_WASTE,
                    DemoThemes.QUALITY_MATERIAL,
                    DemoThemes.PRICE,
                    DemoThemes.USABILITY,
                    DemoThemes.DELIVERY_LATE,
                    DemoThemes.SUPPORT_NO_ANSWER)),
    /** The app. */
    MOBILE_APP(
            "Mobile App",
            "mobile-app",
            330,
            List.of(
                    DemoThemes.CRASH,
                    DemoThemes.APP_SLOW,
                    DemoThemes.USABILITY,
                    DemoThemes.NOTIFICATIONS,
                    DemoThemes.SUPPORT_NO_ANSWER,
                    DemoThemes.BILLING,
                    DemoThemes.SUPPORT_UNHELPFUL)),
    /** The web shop. */
    ONLINE_SHOP(
            "Online Shop",
            "online-shop",
            320,
            List.of(
                    DemoThemes.PRICE,
                    DemoThemes.STOCK,
                    DemoThemes.USABILITY,
                    DemoThemes.APP_SLOW,
                    DemoThemes.RETURNS,
                    DemoThemes.BILLING,
                    DemoThemes.SUPPORT_NO_ANSWER,
                    DemoThemes.NOT_AS_DESCRIBED)),
    /** Bringing things home. */
    HOME_DELIVERY(
            "Home Delivery",
            "home-delivery",
            100,
            List.of(
                    DemoThemes.ORDER_DAMAGED,
                    DemoThemes.ORDER_MISSING_PARTS,
                    DemoThemes.DELIVERY_WRONG_PLACE,
                    DemoThemes.PRICE,
                    DemoThemes.SUPPORT_UNHELPFUL)),
    /** A kettle. */
    EMBER_KETTLE(
            "Ember Kettle",
            "ember-kettle",
            200,
            List.of(
                    DemoThemes.QUALITY_BROKE_EARLY,
                    DemoThemes.QUALITY_MATERIAL,
                    DemoThemes.USABILITY,
                    DemoThemes.PRICE,
                    DemoThemes.NOT_AS_DESCRIBED,
                    DemoThemes.RETURNS,
                    DemoThemes.ORDER_DAMAGED)),
    /** A subscription: spices and dry goods every month. */
    PANTRY_CLUB(
            "Pantry Club",
            "pantry-club",
            230,
            List.of(
                    DemoThemes.PRICE,
                    DemoThemes.CANCEL,
                    DemoThemes.DELIVERY_LATE,
                    DemoThemes.ORDER_MISSING_PARTS,
                    DemoThemes.PACKAGING_WASTE,
                    DemoThemes.BILLING,
                    DemoThemes.SUPPORT_UNHELPFUL));

    private final String title;
    private final String slug;
    private final double itemsPerWeek;

    @SuppressWarnings("ImmutableEnumChecker") // only ever a List.of
    private final List<String> backgroundThemes;

    DemoProduct(String title, String slug, double itemsPerWeek, List<String> backgroundThemes) {
        this.title = title;
        this.slug = slug;
        this.itemsPerWeek = itemsPerWeek;
        this.backgroundThemes = backgroundThemes;
    }

    /** The name that stands in the events. */
    public String title() {
        return title;
    }

    /** The name in rule names of the grammar. */
    String slug() {
        return slug;
    }

    /** Reviews, tickets and answers without a planted complaint in an ordinary week at scale 1. */
    double itemsPerWeek() {
        return itemsPerWeek;
    }

    /** What some customer is always unhappy about. */
    List<String> backgroundThemes() {
        return backgroundThemes;
    }
}
