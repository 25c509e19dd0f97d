package io.dataflows.engine.items.sql;

import io.dataflows.engine.sql.Dialect;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.sql.Connection;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** Names of tables and columns, quoted always. They come from the catalogue, never from a request. */
public final class Tables {

    private static final Settings SETTINGS = new Settings()
            .withRenderSchema(false)
            .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
            .withExecuteLogging(false);

    static {
        // What it greets with belongs into no server's log.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private Tables() {}

    /** Statements on this connection. */
    public static DSLContext dsl(Connection connection, Dialect dialect) {
        return DSL.using(connection, family(dialect), SETTINGS);
    }

    private static SQLDialect family(Dialect dialect) {
        return dialect == Dialect.H2 ? SQLDialect.H2 : SQLDialect.POSTGRES;
    }

    public static Table<Record> table(CollectionSchema collection) {
        return DSL.table(DSL.name(collection.table()));
    }

    /** The collection's table under another name, for statements that use it more than once. */
    public static Table<Record> table(CollectionSchema collection, String alias) {
        return table(collection).as(DSL.name(alias));
    }

    /** @param alias the name under which the statement has the table */
    public static Field<Object> column(String alias, FieldSchema field) {
        return typed(DSL.name(DSL.name(alias), DSL.name(columnOf(field))), field);
    }

    /** The column in a statement that has one table only. */
    public static Field<Object> column(FieldSchema field) {
        return typed(DSL.name(columnOf(field)), field);
    }

    @SuppressWarnings("unchecked") // Values are converted before they are bound.
    private static Field<Object> typed(org.jooq.Name name, FieldSchema field) {
        return (Field<Object>) (Field<?>) DSL.field(name, ColumnValues.type(field));
    }

    private static String columnOf(FieldSchema field) {
        return Objects.requireNonNull(field.column(), () -> "Field (" + field.name() + ") has no column.");
    }
}
