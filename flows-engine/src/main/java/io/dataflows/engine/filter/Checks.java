package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Makes the check for an operator and its resolved operand. */
final class Checks {

    private Checks() {}

    /** @throws FilterException when the operator can't work with the operand */
    static Check of(Operator operator, String name, JsonNode operand) {
        return switch (operator) {
            case EQ, NEQ -> EqualCheck.of(operator == Operator.EQ, Twins.of(operand));
            case IN, NIN -> EqualCheck.of(operator == Operator.IN, Operands.list(operand));
            case NULL, NNULL -> EqualCheck.of(operator == Operator.NULL, List.of(NullNode.getInstance()));
            case EMPTY, NEMPTY -> EqualCheck.of(operator == Operator.EMPTY, List.of(TextNode.valueOf("")));
            case GT, GTE, LT, LTE -> LimitCheck.of(operator, operand);
            case BETWEEN, NBETWEEN -> LimitCheck.between(operator, Operands.list(operand));
            case REGEX -> operand.isNull() ? never() : new RegexCheck(operand);
            case CONTAINS, ICONTAINS, NCONTAINS ->
                operand.isTextual() ? new ContainsCheck(operator, operand.textValue()) : never();
            case UNKNOWN ->
                throw new FilterException("Filter operator \"" + name
                        + "\" doesn't exist. Maybe it is a member whose name begins with \"_\"; such members can't be"
                        + " tested below another one.");
            case SUBMITTED, PRESENT, SOME, NONE, JSON, INTERSECTS, NINTERSECTS, INTERSECTS_BBOX, NINTERSECTS_BBOX ->
                Check.PRESENT;
            default -> operand.isTextual() ? new AffixCheck(operator, operand.textValue()) : never();
        };
    }

    /** Text operators without a text to look for pass for {@code true} only, as in the recorded product. */
    private static Check never() {
        return EqualCheck.of(true, List.of(BooleanNode.TRUE));
    }
}
