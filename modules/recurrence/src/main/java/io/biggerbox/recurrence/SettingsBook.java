package io.biggerbox.recurrence;

import java.util.Map;
import java.util.TreeMap;

/** Which settings hold where: defaults, overridden per product and per theme of a product. Immutable. */
public final class SettingsBook {

    private final DetectionSettings defaults;
    private final Map<String, DetectionSettings> products;
    private final Map<String, Map<String, DetectionSettings>> themes;

    private SettingsBook(Builder builder) {
        defaults = builder.defaults;
        products = Map.copyOf(builder.products);
        Map<String, Map<String, DetectionSettings>> copy = new TreeMap<>();
        builder.themes.forEach((product, byTheme) -> copy.put(product, Map.copyOf(byTheme)));
        themes = copy;
    }

    /**
     * A book in which one setting holds everywhere.
     *
     * @param settings the settings
     */
    public static SettingsBook of(DetectionSettings settings) {
        return builder(settings).build();
    }

    /**
     * Starts a book.
     *
     * @param defaults what holds where nothing else is said
     */
    public static Builder builder(DetectionSettings defaults) {
        return new Builder(defaults);
    }

    /**
     * The settings of a product: its ticks and its lateness bound come from here.
     *
     * @param product the product
     */
    public DetectionSettings of(String product) {
        return products.getOrDefault(product, defaults);
    }

    /**
     * The settings of a theme: the theme's own, else the product's, else the defaults.
     *
     * @param product the product
     * @param theme id of the theme
     */
    public DetectionSettings of(String product, String theme) {
        DetectionSettings own = themes.getOrDefault(product, Map.of()).get(theme);
        return own == null ? of(product) : own;
    }

    /** Collects the overrides. */
    public static final class Builder {

        private final DetectionSettings defaults;
        private final Map<String, DetectionSettings> products = new TreeMap<>();
        private final Map<String, Map<String, DetectionSettings>> themes = new TreeMap<>();

        private Builder(DetectionSettings defaults) {
            this.defaults = defaults;
        }

        /**
         * Overrides a product.
         *
         * @param product the product
         * @param settings what holds for all its themes that have no own settings
         * @return this
         */
        public Builder product(String product, DetectionSettings settings) {
            products.put(product, settings);
            return this;
        }

        /**
         * Overrides one theme of a product. Its rules of time are ignored: those are the product's.
         *
         * @param product the product
         * @param theme id of the theme
         * @param settings what holds for it
         * @return this
         */
        public Builder theme(String product, String theme, DetectionSettings settings) {
            themes.computeIfAbsent(product, key -> new TreeMap<>()).put(theme, settings);
            return this;
        }

        /** The finished book; the builder may be used on. */
        public SettingsBook build() {
            return new SettingsBook(this);
        }
    }
}
