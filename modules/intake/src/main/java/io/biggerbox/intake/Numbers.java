package io.biggerbox.intake;

import io.biggerbox.intake.read.RejectKind;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of a draft, checked against their scales. */
final class Numbers {

    // Narrower than Double.parseDouble, which also takes hexadecimal, "NaN" and "1d".
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?([eE][+-]?\\d{1,2})?");

    private Numbers() {}

    /** The number, or null when there is none. */
    static @Nullable Double optional(Draft draft, String field) {
        String text = draft.get(field);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text.strip()).matches()) {
            throw notANumber(field, text);
        }
        return Double.valueOf(text.strip());
    }

    static double orElse(Draft draft, String field, double otherwise) {
        Double value = optional(draft, field);
        return value == null ? otherwise : value;
    }

    /** The number, or null; a fault when it is outside the scale. */
    static @Nullable Double within(Draft draft, String field, double min, double max) {
        Double value = optional(draft, field);
        if (value != null && (value < min || value > max)) {
            String scale =
                    max == Double.MAX_VALUE ? "at least " + plain(min) : "between " + plain(min) + " and " + plain(max);
            throw new RowFaultException(
                    field,
                    RejectKind.OUT_OF_SCALE,
                    field + " is " + plain(value) + ", must be " + scale,
                    "Correct the value; if the source has another scale, say so in a column map.");
        }
        return value;
    }

    static RowFaultException notANumber(String field, String text) {
        return new RowFaultException(
                field,
                RejectKind.NOT_A_NUMBER,
                field + " is " + Texts.shown(text) + ", which is not a number",
                "Write digits with a point before decimals; translate words under values in a column map.");
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
