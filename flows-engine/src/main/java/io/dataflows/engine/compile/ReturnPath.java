package io.dataflows.engine.compile;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.template.DataPath;
import io.dataflows.engine.template.TemplateException;
import io.dataflows.model.flow.ReplyPolicy;
import io.dataflows.model.run.FlowObject;
import org.jspecify.annotations.Nullable;

/** Finds the value that a run gives to its caller. */
@FunctionalInterface
public interface ReturnPath {

    /**
     * The value, or null where the run gives nothing.
     *
     * @throws TemplateException for a path that nobody can read
     */
    @Nullable
    JsonNode find(FlowObject data);

    static ReturnPath of(ReplyPolicy policy) {
        String path = policy.path();
        if (path == null || path.isEmpty()) {
            return data -> null;
        } else if (path.equals(ReplyPolicy.LAST)) {
            return FlowObject::last;
        } else if (path.equals(ReplyPolicy.ALL)) {
            return FlowObject::toJson;
        }
        return ofPath(path);
    }

    private static ReturnPath ofPath(String text) {
        try {
            DataPath path = DataPath.parse(text);
            return path::get;
        } catch (TemplateException unreadable) {
            return data -> {
                throw unreadable;
            };
        }
    }
}
