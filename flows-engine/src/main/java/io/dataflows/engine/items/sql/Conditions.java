package io.dataflows.engine.items.sql;

import io.dataflows.engine.filter.FieldTest;
import io.dataflows.engine.filter.Filter;
import io.dataflows.engine.filter.Operator;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import io.dataflows.model.schema.RelationSchema;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Says filters in SQL. Whatever a filter names that isn't there matches nothing; who asked is told of it by
 * {@code engine.items.read}, before.
 */
public final class Conditions {
    private final Expressions expressions;
    private final Aliases aliases;
    private final Sight sight;

    /**
     * @param expressions also decide what of the rows the filter sees
     */
    public Conditions(Expressions expressions) {
        this.expressions = expressions;
        this.aliases = expressions.aliases();
        this.sight = expressions.sight();
    }

    /**
     * @param filter its variables resolved
     * @param alias of the collection's table in the statement
     */
    public Condition of(Filter filter, CollectionSchema collection, String alias) {
        if (filter instanceof FieldTest test) {
            return test(test, test.path(), collection, alias);
        }
        if (filter instanceof Filter.And and) {
            return DSL.and(each(and.parts(), collection, alias));
        }
        if (filter instanceof Filter.Or or && !or.parts().isEmpty()) {
            return DSL.or(each(or.parts(), collection, alias));
        }
        return DSL.trueCondition();
    }

    private List<Condition> each(List<Filter> parts, CollectionSchema collection, String alias) {
        return parts.stream().map(part -> of(part, collection, alias)).toList();
    }

    private Condition test(FieldTest test, List<String> path, CollectionSchema collection, String alias) {
        if (path.isEmpty()) {
            return DSL.falseCondition();
        }
        String name = path.get(0);
        if (path.size() > 1) {
            List<String> rest = path.subList(1, path.size());
            return expressions
                    .schema()
                    .leading(collection, name)
                    .map(hop -> leads(hop, collection, alias, (to, other) -> test(test, rest, to, other)))
                    .orElse(DSL.falseCondition());
        }
        Optional<RelationSchema> toMany = expressions.schema().toMany(collection, name);
        return toMany.isPresent()
                ? rows(test, new Hop(toMany.get(), true), collection, alias)
                : value(test, name, collection, alias);
    }

    private Condition value(FieldTest test, String name, CollectionSchema collection, String alias) {
        FieldCall call = FieldCall.of(name);
        Optional<FieldSchema> field = expressions.schema().read(collection, call);
        Optional<Field<Object>> value = expressions.of(call, collection, alias);
        return field.isPresent() && value.isPresent()
                ? Comparisons.of(test, field.get(), value.get())
                : DSL.falseCondition();
    }

    /** A test of the list itself: what is in it, or whether anything is. */
    private Condition rows(FieldTest test, Hop hop, CollectionSchema collection, String alias) {
        Filter inner = test.inner();
        if (test.operator().takesFilter()) {
            Condition some = inner == null
                    ? DSL.falseCondition()
                    : leads(hop, collection, alias, (to, other) -> of(inner, to, other));
            return test.operator() == Operator.SOME ? some : DSL.not(some);
        }
        Condition any = leads(hop, collection, alias, (to, other) -> DSL.trueCondition());
        boolean asked = !(test.operand().isBoolean() && !test.operand().booleanValue());
        return switch (test.operator()) {
            case NULL -> asked ? DSL.not(any) : any;
            case NNULL -> asked ? any : DSL.not(any);
            case PRESENT -> any;
            default -> DSL.falseCondition();
        };
    }

    private Condition leads(Hop hop, CollectionSchema from, String alias, Rest rest) {
        Optional<CollectionSchema> to = expressions.schema().target(hop);
        if (to.isEmpty()) {
            return DSL.falseCondition();
        }
        String other = aliases.next();
        Condition joined = expressions.joined(hop, from, alias, to.get(), other);
        return DSL.exists(DSL.selectOne()
                .from(Tables.table(to.get(), other))
                .where(joined, sight.rows(to.get(), other), rest.on(to.get(), other)));
    }

    private interface Rest {
        Condition on(CollectionSchema collection, String alias);
    }
}
