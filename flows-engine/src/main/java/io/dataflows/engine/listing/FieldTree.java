package io.dataflows.engine.listing;

import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.Field;
import io.dataflows.model.query.Rows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which members of a row an answer shows, and of which related rows. */
final class FieldTree {
    private static final Pattern COUNT = Pattern.compile("count\\((.+)\\)");

    private final Map<String, Branch> branches = new LinkedHashMap<>();

    private final Map<String, String> alias;

    private FieldTree(Map<String, String> alias) {
        this.alias = alias;
    }

    /**
     * Holds dotted paths against a collection.
     *
     * @param alias other names that the paths begin with, and the fields that they stand for
     * @throws io.dataflows.model.error.FlowsException FORBIDDEN for a field that isn't there, INVALID_QUERY for a path
     *     that is too deep
     */
    static FieldTree of(List<String> paths, Map<String, String> alias, Collection collection, Rows rows, int maxDepth) {
        FieldTree tree = new FieldTree(alias);
        for (String path : paths) {
            tree.add(path, collection, rows, maxDepth);
        }
        return tree;
    }

    Map<String, Branch> branches() {
        return branches;
    }

    private void add(String path, Collection collection, Rows rows, int depth) {
        if (depth < 0) {
            throw Refusals.invalidQuery("Max relational depth exceeded");
        }
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        String rest = dot < 0 ? null : path.substring(dot + 1);
        if (name.equals("*")) {
            collection.fields().forEach(field -> grow(field, field.target() == null ? null : rest, rows, depth));
        } else {
            grow(named(name, collection), rest, rows, depth);
        }
    }

    private void grow(Named named, @Nullable String rest, Rows rows, int depth) {
        Branch branch = branches.computeIfAbsent(named.shown(), shown -> new Branch(named.field(), named.counted()));
        String target = named.field().target();
        if (rest == null) {
            return;
        }
        if (target == null || named.counted()) {
            throw Refusals.forbiddenField(rest, named.field().name());
        }
        branch.into().add(rest, rows.collection(target), rows, depth - 1);
    }

    private void grow(Field field, @Nullable String rest, Rows rows, int depth) {
        grow(new Named(field.name(), field, false), rest, rows, depth);
    }

    private Named named(String name, Collection collection) {
        String aliased = alias.get(name);
        if (aliased != null) {
            return new Named(name, known(aliased, aliased, collection, false), false);
        }
        Matcher count = COUNT.matcher(name);
        boolean counted = count.matches();
        String inner = counted ? count.group(1) : name;
        Field field = known(name, inner, collection, counted);
        return new Named(counted ? inner + "_count" : inner, field, counted);
    }

    private static Field known(String written, String name, Collection collection, boolean counted) {
        return collection
                .field(name)
                .filter(found -> !counted || found.isMany())
                .orElseThrow(() -> Refusals.forbiddenField(written, collection.name()));
    }

    private record Named(String shown, Field field, boolean counted) {}

    /** One member; {@link #into} is what it shows of the rows that it leads to, if anything. */
    static final class Branch {
        private final Field field;
        private final boolean counted;
        private @Nullable FieldTree into;

        private Branch(Field field, boolean counted) {
            this.field = field;
            this.counted = counted;
        }

        Field field() {
            return field;
        }

        boolean isCounted() {
            return counted;
        }

        Optional<FieldTree> relation() {
            return Optional.ofNullable(into);
        }

        private FieldTree into() {
            if (into == null) {
                into = new FieldTree(Map.of());
            }
            return into;
        }
    }
}
