package io.biggerbox.demo;

import java.util.List;

/**
 * The ids of the complaint themes that the company's customers write about, as the starter taxonomy calls them. The
 * only place where they are spelled out in code; the grammar names its rules {@code complaint.<id>} and
 * {@code subject.<id>}.
 */
public final class DemoThemes {
    /** A box that things do not fit into. */
    public static final String PACKAGING_TOO_SMALL = "packaging.too-small";
    /** More packaging than needed. */
    public static final String PACKAGING_WASTE = "packaging.waste";
    /** Signing in does not work. */
    public static final String LOGIN = "login.cannot-sign-in";
    /** The money does not come back. */
    public static final String REFUND = "refund.slow";
    /** Orders come later than promised. */
    public static final String DELIVERY_LATE = "delivery.late";
    /** Orders arrive broken. */
    public static final String ORDER_DAMAGED = "order.damaged";
    /** Something is not in the parcel. */
    public static final String ORDER_MISSING_PARTS = "order.missing-parts";
    /** The parcel is left at the wrong place. */
    public static final String DELIVERY_WRONG_PLACE = "delivery.wrong-place";
    /** It stops working. */
    public static final String QUALITY_BROKE_EARLY = "quality.broke-early";
    /** It is made of poor material. */
    public static final String QUALITY_MATERIAL = "quality.material";
    /** It is not what was shown. */
    public static final String NOT_AS_DESCRIBED = "product.not-as-described";
    /** It costs too much. */
    public static final String PRICE = "price.too-high";
    /** Sending things back is hard. */
    public static final String RETURNS = "returns.difficult";
    /** It is hard to understand. */
    public static final String USABILITY = "usability.confusing";
    /** It is slow. */
    public static final String APP_SLOW = "app.slow";
    /** The app crashes. */
    public static final String CRASH = "app.crash";
    /** Too many messages. */
    public static final String NOTIFICATIONS = "notifications.spam";
    /** Nobody answers. */
    public static final String SUPPORT_NO_ANSWER = "support.no-answer";
    /** The answer does not help. */
    public static final String SUPPORT_UNHELPFUL = "support.unhelpful";
    /** A wrong amount was taken. */
    public static final String BILLING = "billing.wrong-amount";
    /** Out of stock. */
    public static final String STOCK = "availability.out-of-stock";
    /** Ending the subscription is hard. */
    public static final String CANCEL = "cancel.hard";

    /** All of them. */
    public static final List<String> ALL = List.of(
            PACKAGING_TOO_SMALL,
            PACKAGING_WASTE,
            LOGIN,
            REFUND,
            DELIVERY_LATE,
            ORDER_DAMAGED,
            ORDER_MISSING_PARTS,
            DELIVERY_WRONG_PLACE,
            QUALITY_BROKE_EARLY,
            QUALITY_MATERIAL,
            NOT_AS_DESCRIBED,
            PRICE,
            RETURNS,
            USABILITY,
            APP_SLOW,
            CRASH,
            NOTIFICATIONS,
            SUPPORT_NO_ANSWER,
            SUPPORT_UNHELPFUL,
            BILLING,
            STOCK,
            CANCEL);

    private DemoThemes() {}
}
