package stemma;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The whole numbers that settings take, each kind within its bounds. */
final class WholeNumber {
    private WholeNumber() {}

    /** @throws TypeConversionException when the text is no such number */
    static int within(String value, int min, int max) {
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw new TypeConversionException(
                "a whole number from " + min + " to " + max + " is expected, not '" + value + "'");
    }

    static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return within(value, 0, 65_535);
        }
    }

    static final class Positive implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return within(value, 1, 100_000);
        }
    }

    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return within(value, 1, 999_999_999);
        }
    }

    static final class OptionalCount implements ITypeConverter<Integer> {
        /** Nothing given is nothing said. */
        @Override
        public Integer convert(String value) {
            return value.isEmpty() ? null : within(value, 1, 999_999_999);
        }
    }
}
