package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value keeps within limits: all of them, or, for {@code _nbetween}, at least one. */
final class LimitCheck implements Check {

    private static final double MAX_SAFE = 9007199254740991d;
    private static final List<Failure> UNSAFE = List.of(Failure.UNSAFE);

    private final Measure measure;
    private final List<Limit> limits;
    private final boolean anySuffices;

    private LimitCheck(Measure measure, List<Limit> limits, boolean anySuffices) {
        this.measure = measure;
        this.limits = limits;
        this.anySuffices = anySuffices;
    }

    static Check of(Operator operator, JsonNode operand) {
        Measure measure = Double.isNaN(Operands.number(operand)) ? Measure.DATE : Measure.NUMBER;
        return new LimitCheck(measure, List.of(limit(measure, operator, operand)), false);
    }

    static Check between(Operator operator, List<JsonNode> bounds) {
        boolean inside = operator == Operator.BETWEEN;
        Measure measure = bounds.stream().allMatch(LimitCheck::isSafeNumber) ? Measure.NUMBER : Measure.DATE;
        JsonNode low = bounds.isEmpty() ? null : bounds.get(0);
        JsonNode high = bounds.size() < 2 ? null : bounds.get(1);
        List<Limit> limits = List.of(
                limit(measure, inside ? Operator.GTE : Operator.LT, low),
                limit(measure, inside ? Operator.LTE : Operator.GT, high));
        return new LimitCheck(measure, limits, !inside);
    }

    @Override
    public List<Failure> failures(JsonNode value) {
        double measured = measure.read(value);
        if (Double.isNaN(measured)) {
            return REQUIRED;
        }
        return Double.isInfinite(measured) ? UNSAFE : failures(measured);
    }

    private List<Failure> failures(double measured) {
        int admitted = 0;
        for (Limit limit : limits) {
            admitted += limit.admits(measured) ? 1 : 0;
        }
        boolean passes = anySuffices ? admitted > 0 : admitted == limits.size();
        return passes ? PASSED : broken(measured);
    }

    private List<Failure> broken(double measured) {
        List<Failure> broken = new ArrayList<>(limits.size());
        for (Limit limit : limits) {
            if (!limit.admits(measured)) {
                broken.add(limit.failure());
            }
        }
        return broken;
    }

    private static Limit limit(Measure measure, Operator operator, @Nullable JsonNode operand) {
        Limit limit = operand == null ? null : measure.limit(operator, operand);
        if (limit == null) {
            throw new FilterException("AssertError", "A limit must be a number or a date.");
        }
        return limit;
    }

    private static boolean isSafeNumber(JsonNode operand) {
        return Math.abs(Operands.number(operand)) <= MAX_SAFE;
    }
}
