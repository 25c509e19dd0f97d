package io.dataflows.engine.items.read;

import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.items.sql.ColumnValues;
import io.dataflows.engine.items.sql.Expressions;
import io.dataflows.engine.items.sql.TextSearch;
import io.dataflows.engine.items.sql.UnfitValue;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Looks for a text in all fields that may be read: part of a text, in any case, or the whole of a number or an id. */
final class Search {
    private Search() {}

    static Condition of(
            @Nullable String text,
            CollectionSchema collection,
            String alias,
            Granted granted,
            Expressions expressions) {
        if (text == null || text.isBlank()) {
            return DSL.trueCondition();
        }
        List<Condition> any = new ArrayList<>();
        for (FieldSchema field : granted.fields(collection)) {
            if (!field.isAlias() && !field.isConcealed()) {
                any.add(holds(field, expressions.sight().value(collection, alias, field), text.strip()));
            }
        }
        return DSL.or(any);
    }

    private static Condition holds(FieldSchema field, Field<Object> value, String text) {
        if (field.type().isText()) {
            return TextSearch.contains(value, text);
        }
        if (field.type() != FieldType.UUID && !field.type().isNumber()) {
            return DSL.falseCondition();
        }
        try {
            return value.eq(ColumnValues.toColumn(field, TextNode.valueOf(text)));
        } catch (UnfitValue neverEqual) {
            return DSL.falseCondition();
        }
    }
}
