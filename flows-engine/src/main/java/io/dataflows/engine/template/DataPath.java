package io.dataflows.engine.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dataflows.model.run.FlowObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path into the Flow Object, such as {@code $trigger.body.tags[0]}. It reads data members, list elements and the
 * length of lists, nothing else.
 */
public final class DataPath {

    private static final int MAX_DEPTH = 10;

    private final String[] names;
    private final int[] indexes;

    private DataPath(List<String> names) {
        this.names = names.toArray(String[]::new);
        this.indexes = names.stream().mapToInt(DataPath::index).toArray();
    }

    /** @throws TemplateException when the path breaks the grammar */
    public static DataPath parse(String path) {
        return new DataPath(PathParser.parse(path));
    }

    /**
     * Looks the value up. An own key may be written with a dollar sign where no member has that very name.
     *
     * @return the value, a JSON null included, or the missing node
     * @throws TemplateException when the path is deeper than 10 levels
     */
    public JsonNode get(FlowObject data) {
        TemplateException tooDeep = tooDeep();
        if (tooDeep != null) {
            throw tooDeep;
        }
        JsonNode value = names.length == 0 ? null : first(data, names[0]);
        for (int level = 1; level < names.length && value != null; level++) {
            value = member(value, level);
        }
        return value == null ? MissingNode.getInstance() : value;
    }

    /** Why this path can't be looked up in any data, or null. */
    @Nullable
    TemplateException tooDeep() {
        return names.length <= MAX_DEPTH
                ? null
                : TemplateException.reference("The path cannot be deeper than " + MAX_DEPTH + " levels. Got \""
                        + String.join(" > ", names) + "\"");
    }

    boolean isEmpty() {
        return names.length == 0;
    }

    /** The member of the Flow Object that it begins with. */
    String first() {
        return names[0];
    }

    private static @Nullable JsonNode first(FlowObject data, String name) {
        JsonNode value = data.get(name);
        boolean maybeOwnKey = value == null && name.length() > 1 && name.charAt(0) == '$' && name.charAt(1) != '$';
        return maybeOwnKey ? data.get(name.substring(1)) : value;
    }

    private @Nullable JsonNode member(JsonNode value, int level) {
        if (value.isObject()) {
            return value.get(names[level]);
        }
        if (!value.isArray()) {
            return null;
        }
        if (indexes[level] >= 0) {
            return value.get(indexes[level]);
        }
        return names[level].equals("length") ? IntNode.valueOf(value.size()) : null;
    }

    /** The list index that a name means, or -1; {@code 01} and {@code -1} are no indexes. */
    private static int index(String name) {
        boolean digits = !name.isEmpty() && name.length() < 10 && name.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean canonical = digits && (name.length() == 1 || name.charAt(0) != '0');
        return canonical ? Integer.parseInt(name) : -1;
    }

    @Override
    public String toString() {
        return String.join(" > ", names);
    }
}
