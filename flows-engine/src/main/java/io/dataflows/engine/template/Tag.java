package io.dataflows.engine.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.run.FlowObject;
import org.jspecify.annotations.Nullable;

/**
 * A tag inside a text. One whose path breaks the grammar fails when it is its turn to be rendered.
 *
 * @param source the trimmed text between the braces
 */
record Tag(String source, @Nullable DataPath path, @Nullable TemplateException broken) {

    static Tag of(String source) {
        try {
            return new Tag(source, DataPath.parse(source), null);
        } catch (TemplateException reason) {
            return new Tag(source, null, reason);
        }
    }

    JsonNode get(FlowObject data) {
        if (path == null) {
            throw broken == null ? TemplateException.syntax(source) : broken;
        }
        return path.get(data);
    }
}
