package io.dataflows.engine.items.sql;

import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What somebody sees of the rows of a statement. */
public interface Sight {
    /** All of everything. */
    Sight EVERYTHING = new Sight() {
        @Override
        public Condition rows(CollectionSchema collection, String alias) {
            return DSL.trueCondition();
        }

        @Override
        public Optional<Condition> field(CollectionSchema collection, String alias, FieldSchema field) {
            return Optional.empty();
        }
    };

    /** Which rows are seen of the table that the statement has under the alias. */
    Condition rows(CollectionSchema collection, String alias);

    /** In which of these rows the field is seen; empty where that is all of them. */
    Optional<Condition> field(CollectionSchema collection, String alias, FieldSchema field);

    /** The field's value where it is seen, else null. */
    default Field<Object> value(CollectionSchema collection, String alias, FieldSchema field) {
        Field<Object> column = Tables.column(alias, field);
        return field(collection, alias, field)
                .<Field<Object>>map(seen -> DSL.when(seen, column))
                .orElse(column);
    }
}
