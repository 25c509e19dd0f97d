package io.dataflows.engine.items.sql;

import io.dataflows.engine.sql.Dialect;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import io.dataflows.model.schema.RelationSchema;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Values of rows in SQL, as far as they are seen.
 *
 * @param aliases for one statement
 */
public record Expressions(SchemaReader schema, Dialect dialect, Aliases aliases, Sight sight) {
    /** The same for whoever sees everything. */
    public Expressions unrestricted() {
        return new Expressions(schema, dialect, aliases, Sight.EVERYTHING);
    }

    /** The field's value or the function's; nothing where there is no such field, or the function doesn't fit. */
    @SuppressWarnings("unchecked") // Whoever compares the value knows its type from the schema.
    public Optional<Field<Object>> of(FieldCall call, CollectionSchema collection, String alias) {
        FieldSchema field = collection.field(call.field()).orElse(null);
        if (field == null || schema.read(collection, call).isEmpty()) {
            return Optional.empty();
        }
        String function = call.function();
        if (function == null) {
            return Optional.of(sight.value(collection, alias, field));
        }
        if (field.isAlias()) {
            return rowCount(collection, alias, field);
        }
        Field<Object> value = sight.value(collection, alias, field);
        Field<?> part = call.isCount() ? count(field, value) : DateParts.of(function, field, value, dialect);
        return Optional.of((Field<Object>) part);
    }

    private static Field<Integer> count(FieldSchema field, Field<Object> value) {
        return field.type() == FieldType.CSV ? ElementCount.ofCsv(value) : ElementCount.ofJson(value);
    }

    @SuppressWarnings("unchecked") // As above.
    private Optional<Field<Object>> rowCount(CollectionSchema collection, String alias, FieldSchema field) {
        RelationSchema relation = schema.toMany(collection, field.name()).orElseThrow();
        Hop hop = new Hop(relation, true);
        return schema.target(hop).map(to -> {
            String other = aliases.next();
            return (Field<Object>) (Field<?>) DSL.field(DSL.selectCount()
                    .from(Tables.table(to, other))
                    .where(joined(hop, collection, alias, to, other), sight.rows(to, other)));
        });
    }

    /** The value at the end of a path to one row each, for sorting. */
    public Optional<Field<Object>> at(List<String> path, CollectionSchema collection, String alias) {
        if (path.size() == 1) {
            return of(FieldCall.of(path.get(0)), collection, alias);
        }
        Optional<Hop> hop = schema.leading(collection, path.get(0)).filter(found -> !found.toMany());
        return hop.flatMap(found -> schema.target(found).flatMap(to -> {
            String other = aliases.next();
            return at(path.subList(1, path.size()), to, other)
                    .map(value -> DSL.field(DSL.select(value)
                            .from(Tables.table(to, other))
                            .where(joined(found, collection, alias, to, other), sight.rows(to, other))));
        }));
    }

    /** Which rows at the other end belong to a row here. */
    Condition joined(Hop hop, CollectionSchema from, String alias, CollectionSchema to, String other) {
        RelationSchema relation = hop.relation();
        if (!hop.toMany()) {
            FieldSchema key = field(from, relation.manyField());
            return same(sight.value(from, alias, key), key, Tables.column(other, to.key()), to.key());
        }
        FieldSchema key = field(to, relation.manyField());
        Condition joined = same(Tables.column(alias, from.key()), from.key(), Tables.column(other, key), key);
        String list = relation.oneField();
        return from.field(list == null ? "" : list)
                .flatMap(shown -> sight.field(from, alias, shown))
                .map(joined::and)
                .orElse(joined);
    }

    private static FieldSchema field(CollectionSchema collection, String name) {
        return collection
                .field(name)
                .orElseThrow(() -> new IllegalStateException(
                        "Collection (" + collection.name() + ") has no field (" + name + ") for its relation."));
    }

    /** Keys of different types, as tables of others have them, are compared as texts. */
    private static Condition same(
            Field<Object> one, FieldSchema oneField, Field<Object> other, FieldSchema otherField) {
        boolean alike = oneField.type().isNumber() && otherField.type().isNumber()
                || ColumnValues.type(oneField).equals(ColumnValues.type(otherField));
        return alike ? one.eq(other) : one.cast(SQLDataType.VARCHAR).eq(other.cast(SQLDataType.VARCHAR));
    }
}
