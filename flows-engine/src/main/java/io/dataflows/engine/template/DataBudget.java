package io.dataflows.engine.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/**
 * How much data a run may still hold, in characters of the JSON that it is: what its templates make, and what its
 * steps give. A flow that doubles its data with each step is stopped by it before the memory is full, and so is data
 * that is nested in itself again and again. For one thread at a time.
 */
public final class DataBudget {

    /** What a value costs besides its text: quotes, a comma, a bracket. */
    private static final int VALUE = 4;

    /** Deeper data could be neither written nor masked. */
    private static final int MAX_DEPTH = 500;

    private final long limit;
    private long left;

    /** @param limit characters; more is an error */
    public DataBudget(long limit) {
        this.limit = limit;
        this.left = limit;
    }

    /**
     * About as many characters as the value has as JSON.
     *
     * @throws TemplateException when they are more than {@code limit}
     */
    public static long size(JsonNode value, long limit) {
        DataBudget budget = new DataBudget(limit);
        budget.take(value);
        return limit - budget.left;
    }

    /**
     * Takes the room of a value that the run is to hold, or none if there isn't enough.
     *
     * @throws TemplateException when there isn't enough
     */
    public void keep(JsonNode value) {
        spend(() -> {
            take(value);
            return value;
        });
    }

    /** What fails gives its room back: the reject path goes on with what was left before. */
    JsonNode spend(Supplier<JsonNode> work) {
        long before = left;
        try {
            return work.get();
        } catch (TemplateException failed) {
            left = before;
            throw failed;
        }
    }

    /** Takes the room of a text. */
    void take(int characters) {
        left -= characters;
        if (left < 0) {
            throw TemplateException.tooLarge(limit);
        }
    }

    /** Takes the room of a value, written as often as it stands there, though memory may hold it once. */
    void take(JsonNode value) {
        take(value, 0);
    }

    private void take(JsonNode value, int depth) {
        take(value.isTextual() ? value.textValue().length() + VALUE : VALUE);
        if (depth > MAX_DEPTH) {
            throw TemplateException.tooDeep(MAX_DEPTH);
        }
        if (value instanceof ObjectNode object) {
            for (var member : object.properties()) {
                take(member.getKey().length());
                take(member.getValue(), depth + 1);
            }
        } else if (value.isArray()) {
            for (JsonNode element : value) {
                take(element, depth + 1);
            }
        }
    }
}
