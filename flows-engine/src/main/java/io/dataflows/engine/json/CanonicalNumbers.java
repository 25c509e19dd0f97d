package io.dataflows.engine.json;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Makes one node of one number, however it was written: whole numbers become integers ({@code 1.0} is {@code 1}),
 * numbers that a double holds become doubles, longer ones stay exact.
 */
final class CanonicalNumbers extends JsonNodeFactory {

    private static final long serialVersionUID = 1L;

    /** Beyond this many places arithmetic on a number of ten characters could fill the memory. */
    private static final int MAX_EXPONENT = 1000;

    @Override
    public ValueNode numberNode(@Nullable BigDecimal number) {
        if (number == null) {
            return nullNode();
        }
        long exponent = (long) number.precision() - number.scale() - 1;
        if (number.signum() == 0 || exponent < -MAX_EXPONENT) {
            return IntNode.valueOf(0);
        }
        // JavaScript reads such a number as Infinity, which it writes as null.
        return exponent > MAX_EXPONENT ? nullNode() : canonical(number, exponent);
    }

    private ValueNode canonical(BigDecimal number, long exponent) {
        double rounded = number.doubleValue();
        long whole = (long) rounded;
        if (exponent < 15 && whole == rounded && number.compareTo(BigDecimal.valueOf(whole)) == 0) {
            return whole == (int) whole ? IntNode.valueOf((int) whole) : LongNode.valueOf(whole);
        }
        return isExact(number, rounded) ? numberNode(rounded) : super.numberNode(number);
    }

    private static boolean isExact(BigDecimal number, double rounded) {
        return !Double.isInfinite(rounded)
                && number.precision() <= 17
                && new BigDecimal(Double.toString(rounded)).compareTo(number) == 0;
    }
}
