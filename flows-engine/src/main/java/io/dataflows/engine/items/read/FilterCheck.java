package io.dataflows.engine.items.read;

import io.dataflows.engine.filter.FieldTest;
import io.dataflows.engine.filter.Filter;
import io.dataflows.engine.filter.Operator;
import io.dataflows.engine.items.sql.FieldCall;
import io.dataflows.engine.items.sql.Hop;
import io.dataflows.engine.items.sql.SchemaReader;
import io.dataflows.engine.listing.Operators;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.util.List;
import java.util.Optional;

/** Refuses filters that name what may not be read, or compare it in a way that doesn't fit. */
record FilterCheck(Granted granted) {
    /**
     * @param filter its variables not yet resolved
     * @param depth how many relations may be followed
     * @throws io.dataflows.model.error.FlowsException FORBIDDEN or INVALID_QUERY
     */
    void check(Filter filter, CollectionSchema collection, int depth) {
        if (depth < 0) {
            throw Refusals.invalidQuery("Max relational depth exceeded");
        }
        if (filter instanceof FieldTest test) {
            test(test, test.path(), collection, depth);
        } else if (filter instanceof Filter.And and) {
            and.parts().forEach(part -> check(part, collection, depth));
        } else if (filter instanceof Filter.Or or) {
            or.parts().forEach(part -> check(part, collection, depth));
        }
    }

    private void test(FieldTest test, List<String> path, CollectionSchema collection, int depth) {
        if (path.isEmpty()) {
            throw Refusals.forbiddenField(test.operatorName(), collection.name());
        }
        String name = path.get(0);
        FieldSchema field = granted.open(collection, name);
        Optional<Hop> hop = granted.schema().leading(collection, name);
        if (path.size() > 1) {
            CollectionSchema target = target(hop, field, path.get(1), depth);
            test(test, path.subList(1, path.size()), target, depth - 1);
        } else if (test.operator().takesFilter() && hop.isPresent() && hop.get().toMany()) {
            inner(test, target(hop, field, test.operatorName(), depth), depth - 1);
        } else {
            operator(test, name, field, collection);
        }
    }

    private void inner(FieldTest test, CollectionSchema target, int depth) {
        Filter inner = test.inner();
        if (inner != null) {
            check(inner, target, depth);
        }
    }

    private CollectionSchema target(Optional<Hop> hop, FieldSchema field, String below, int depth) {
        if (hop.isEmpty()) {
            throw Refusals.invalidQuery("\"" + field.type().text() + "\" field type does not contain the \"" + below
                    + "\" filter operator");
        }
        if (depth < 1) {
            throw Refusals.invalidQuery("Max relational depth exceeded");
        }
        return granted.collection(hop.get().target());
    }

    private void operator(FieldTest test, String name, FieldSchema field, CollectionSchema collection) {
        FieldCall call = FieldCall.of(name);
        String function = call.function();
        if (function != null && !SchemaReader.isFunction(function)) {
            throw Refusals.invalidQuery("There is no function \"" + function + "\"");
        }
        if (test.operator() != Operator.PRESENT) {
            Operators.check(field.type(), test.operatorName(), test.operand(), function != null);
        }
        if (function != null) {
            granted.readable(collection, name);
        } else if (field.type() == FieldType.ALIAS) {
            granted.schema().toMany(collection, name).ifPresent(relation -> granted.collection(relation.many()));
        }
    }
}
