package io.dataflows.model.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An operation as the catalogue shows it: enough to draw its form and its panel without knowing it.
 *
 * @param schema JSON Schema (draft 2020-12) of its options, with hints for forms; to read only
 * @param overview the lines of its panel on the canvas
 */
public record OperationDescriptor(
        String id,
        String name,
        String icon,
        String description,
        Effect effect,
        ObjectNode schema,
        List<OverviewLine> overview) {

    public OperationDescriptor {
        overview = List.copyOf(overview);
    }

    /** One line of the panel; the text may hold options in braces, for example {@code {{ method }}}. */
    public record OverviewLine(String label, String text) {}
}
