package io.biggerbox.recurrence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The other themes of a product, seen from one of them. Reads only, and only when an alert speaks. */
final class Neighbours {

    private static final int MOST = 8;
    private static final Comparator<Related> FIRST_OPENED =
            Comparator.comparing(Related::openedAt).thenComparing(Related::theme);

    private final StateStore store;
    private final String product;
    private final Themes themes;

    Neighbours(StateStore store, String product, Themes themes) {
        this.store = store;
        this.product = product;
        this.themes = themes;
    }

    /** Open alerts about themes that belong together with {@code theme}, the first opened first. */
    List<Related> openAlerts(String theme) {
        List<Related> open = new ArrayList<>();
        store.scan(ProductSession.ALERT, (key, bytes) -> {
            String other = key.substring(ProductSession.ALERT.length());
            if (themes.belongTogether(theme, other)) {
                AlertRecord record = AlertRecord.decode(bytes);
                AlertState state = record.state();
                Instant opened = record.openedAt();
                if (record.isOpen() && state != null && opened != null) {
                    open.add(new Related(AlertIds.of(product, other), other, state, opened));
                }
            }
        });
        open.sort(FIRST_OPENED);
        return open.size() > MOST ? open.subList(0, MOST) : open;
    }

    /**
     * Adds the themes whose rate has risen since a change to the numbers.
     *
     * @param firstDay first day of the product
     * @param minimumCustomers complaining customers without whom a rise does not matter
     */
    Verification displaced(
            Verification numbers, String theme, int changeDay, Exposure exposure, int firstDay, int minimumCustomers) {
        TreeMap<String, byte[]> family = new TreeMap<>();
        TreeMap<String, byte[]> others = new TreeMap<>();
        store.scan(ProductSession.SERIES, (key, bytes) -> {
            String other = key.substring(ProductSession.SERIES.length());
            if (themes.belongTogether(theme, other)) {
                family.put(other, bytes);
            } else if (!other.equals(theme)) {
                others.put(other, bytes);
            }
        });
        boolean alone = family.isEmpty() && themes.parentOf(theme) == null;
        Displacement displacement = new Displacement();
        (alone ? others : family).forEach((other, bytes) -> {
            SeriesState series = SeriesState.decode(bytes, exposure.today);
            DayView view = new DayView(series, exposure, firstDay, Integer.MAX_VALUE);
            displacement.add(other, view, changeDay, minimumCustomers);
        });
        return displacement.addTo(numbers);
    }
}
