package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One field, one operator, one operand. */
public final class FieldTest implements Filter {

    private final FieldPath path;
    private final String operatorName;
    private final Operator operator;
    private final JsonNode operand;
    private final @Nullable Filter inner;
    private final boolean dynamic;
    private final Check check;

    FieldTest(List<String> path, String operatorName, JsonNode operand, @Nullable Filter inner) {
        this(new FieldPath(path), operatorName, operand, inner);
    }

    private FieldTest(FieldPath path, String operatorName, JsonNode operand, @Nullable Filter inner) {
        this.path = path;
        this.operatorName = operatorName;
        this.operator = operatorName.isEmpty() ? Operator.PRESENT : Operator.of(operatorName);
        this.operand = operand;
        this.inner = inner;
        this.dynamic = isDynamic(operator, operand) || (inner != null && inner.isDynamic());
        this.check = check();
    }

    /** Variables count inside lists, where the operator takes one, and anywhere below {@code _json}. */
    private static boolean isDynamic(Operator operator, JsonNode operand) {
        if (!operand.isContainerNode()) {
            return DynamicVariables.isDynamic(operand);
        }
        return (operator.takesList() || operator == Operator.JSON) && DynamicVariables.isDynamic(operand);
    }

    private Check check() {
        if (inner != null && operator.takesFilter()) {
            return new ElementCheck(operator, inner);
        }
        try {
            return Checks.of(operator, operatorName, operand);
        } catch (FilterException broken) {
            return new BrokenCheck(broken);
        }
    }

    /** Names from the outside in; empty for a test of the value itself. */
    public List<String> path() {
        return path.names();
    }

    public Operator operator() {
        return operator;
    }

    /** The operator as it was written, also where it doesn't exist. */
    public String operatorName() {
        return operatorName;
    }

    /** The operand; a date in it is a {@link Moment}. */
    public JsonNode operand() {
        return operand;
    }

    /** The filter for the elements, with {@code _some} and {@code _none}; else null. */
    public @Nullable Filter inner() {
        return inner;
    }

    FieldPath field() {
        return path;
    }

    Check ready() {
        if (check instanceof BrokenCheck broken) {
            throw broken.reason();
        }
        return check;
    }

    @Override
    public Filter resolve(DynamicVariables variables) {
        if (!dynamic) {
            return this;
        }
        Filter resolvedInner = inner == null ? null : inner.resolve(variables);
        return new FieldTest(path, operatorName, resolved(variables), resolvedInner);
    }

    private JsonNode resolved(DynamicVariables variables) {
        if (operator == Operator.JSON) {
            return variables.resolveInside(operand);
        }
        if (!operator.takesList()) {
            return variables.resolve(operand);
        }
        ArrayNode elements = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : operand) {
            JsonNode resolved = variables.resolve(element);
            if (resolved.isArray() && resolved != element) {
                resolved.forEach(elements::add);
            } else {
                elements.add(resolved);
            }
        }
        return elements;
    }

    @Override
    public boolean isDynamic() {
        return dynamic;
    }

    @Override
    public void collectUnknownOperators(Set<String> into) {
        if (operator == Operator.UNKNOWN) {
            into.add(operatorName);
        }
        if (inner != null) {
            inner.collectUnknownOperators(into);
        }
    }

    @Override
    public JsonNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (operator != Operator.PRESENT) {
            json.set(operatorName, inner == null ? plainOperand() : inner.toJson());
        }
        for (int level = path.names().size() - 1; level >= 0; level--) {
            ObjectNode outer = JsonNodeFactory.instance.objectNode();
            outer.set(path.names().get(level), json);
            json = outer;
        }
        return json;
    }

    private JsonNode plainOperand() {
        if (!operand.isArray()) {
            return Moment.plain(operand);
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode(operand.size());
        operand.forEach(element -> list.add(Moment.plain(element)));
        return list;
    }
}
