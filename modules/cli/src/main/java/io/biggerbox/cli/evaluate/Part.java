package io.biggerbox.cli.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A share of a file, by a hash of its texts: rules are tuned on one part and measured on another.
 *
 * @param number which part, from 1
 * @param of how many parts there are
 */
public record Part(int number, int of) {
    /** Every text. */
    public static final Part ALL = new Part(1, 1);

    /** Whether a text is in this part; every text is in exactly one. */
    public boolean has(String text) {
        CRC32 hash = new CRC32();
        hash.update(text.getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % of == number - 1;
    }

    /** Reads {@code 1/2}. */
    public static final class Converter implements ITypeConverter<Part> {
        private static final int MOST = 99;

        @Override
        public Part convert(String value) {
            String[] numbers = value.split("/", -1);
            if (numbers.length == 2 && isNumber(numbers[0]) && isNumber(numbers[1])) {
                Part part = new Part(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
                if (part.number() >= 1 && part.number() <= part.of() && part.of() <= MOST) {
                    return part;
                }
            }
            throw new TypeConversionException("'" + value + "' is no part such as 1/2 or 3/3");
        }

        private static boolean isNumber(String text) {
            return !text.isEmpty() && text.length() < 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }
}
