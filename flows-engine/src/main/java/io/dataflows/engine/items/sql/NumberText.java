package io.dataflows.engine.items.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads numbers, also those that come as text. */
final class NumberText {

    /** So that {@code 1e999999999} is not written out. */
    private static final int MOST_DIGITS = 400;

    private NumberText() {}

    static BigDecimal number(JsonNode value) throws UnfitValue {
        BigDecimal number = parsed(value);
        if (number == null) {
            throw new UnfitValue(UnfitValue.Why.TYPE, "The value is no number.");
        }
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            throw new UnfitValue(UnfitValue.Why.RANGE, "The number is out of range.");
        }
        return number;
    }

    static long whole(JsonNode value, long least, long most) throws UnfitValue {
        BigInteger number;
        try {
            number = number(value).toBigIntegerExact();
        } catch (ArithmeticException fraction) {
            throw new UnfitValue(UnfitValue.Why.TYPE, "The number is not whole.");
        }
        if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new UnfitValue(UnfitValue.Why.RANGE, "The number is out of range.");
        }
        return number.longValue();
    }

    private static @Nullable BigDecimal parsed(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (!value.isTextual() || value.textValue().length() > MOST_DIGITS) {
            return null;
        }
        try {
            return new BigDecimal(value.textValue().strip());
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
