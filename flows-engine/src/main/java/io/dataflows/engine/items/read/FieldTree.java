package io.dataflows.engine.items.read;

import io.dataflows.engine.items.sql.FieldCall;
import io.dataflows.engine.items.sql.Hop;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which members of items an answer shows, and of which related ones. */
final class FieldTree {
    private final Reading reading;
    private final CollectionSchema collection;
    private final Map<String, ListQuery> deep;
    private final Map<String, String> alias;
    private final Map<String, Branch> branches = new LinkedHashMap<>();

    private FieldTree(
            Reading reading, CollectionSchema collection, Map<String, ListQuery> deep, Map<String, String> alias) {
        this.reading = reading;
        this.collection = collection;
        this.deep = deep;
        this.alias = alias;
    }

    /**
     * Holds the dotted paths of a query against a collection.
     *
     * @throws io.dataflows.model.error.FlowsException FORBIDDEN for what may not be read, INVALID_QUERY for a path that
     *     is too deep
     */
    static FieldTree of(Reading reading, CollectionSchema collection, ListQuery query) {
        FieldTree tree = new FieldTree(reading, collection, query.deep(), query.alias());
        query.fields().forEach(path -> tree.add(path, reading.maxDepth()));
        return tree;
    }

    CollectionSchema collection() {
        return collection;
    }

    List<Branch> branches() {
        return List.copyOf(branches.values());
    }

    private void add(String path, int depth) {
        if (depth < 0) {
            throw Refusals.invalidQuery("Max relational depth exceeded");
        }
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        String rest = dot < 0 ? null : path.substring(dot + 1);
        if (name.equals("*")) {
            reading.granted().fields(collection).forEach(field -> addAny(field, rest, depth));
        } else {
            addNamed(name, rest, depth);
        }
    }

    /** A wildcard passes over rows that may not be read. */
    private void addAny(FieldSchema field, @Nullable String rest, int depth) {
        Optional<Hop> hop = reading.schema().leading(collection, field.name());
        boolean open = hop.flatMap(reading.granted()::target).isPresent();
        if (field.isAlias() && !open) {
            return;
        }
        grow(branch(field.name(), new FieldCall(null, field.name()), field), open ? rest : null, depth);
    }

    private void addNamed(String name, @Nullable String rest, int depth) {
        String aliased = alias.get(name);
        FieldCall call = FieldCall.of(aliased == null ? name : aliased);
        FieldSchema field = reading.granted().field(collection, call.field(), aliased == null ? name : aliased);
        if (call.function() != null) {
            reading.granted().readable(collection, aliased == null ? name : aliased);
        }
        grow(branch(aliased == null ? call.shown() : name, call, field), rest, depth);
    }

    private Branch branch(String shown, FieldCall call, FieldSchema field) {
        return branches.computeIfAbsent(shown, none -> {
            Hop hop = reading.schema().leading(collection, field.name()).orElse(null);
            ListQuery query = deep.getOrDefault(shown, deep.get(field.name()));
            Branch branch = new Branch(shown, call, field, hop, query);
            if (branch.isMany() && hop != null) {
                CollectionSchema target = reading.granted().collection(hop.target());
                if (query != null) {
                    reading.selection(target, query);
                }
            }
            return branch;
        });
    }

    private void grow(Branch branch, @Nullable String rest, int depth) {
        if (rest == null) {
            return;
        }
        Hop hop = branch.hop();
        if (hop == null || branch.call().function() != null) {
            throw Refusals.forbiddenField(rest, branch.field().name());
        }
        FieldTree into = branch.into();
        if (into == null) {
            ListQuery query = branch.query();
            into = new FieldTree(
                    reading,
                    reading.granted().collection(hop.target()),
                    query == null ? Map.of() : query.deep(),
                    query == null ? Map.of() : query.alias());
            branch.grow(into);
        }
        into.add(rest, depth - 1);
    }
}
