package io.dataflows.engine.items.catalog;

import io.dataflows.engine.sql.Dialect;
import io.dataflows.model.schema.RelationSchema.DeleteRule;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Constraint;
import org.jooq.ConstraintForeignKeyOnStep;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Words for changes of tables, each with those that take it back. */
final class TableSteps {

    private TableSteps() {}

    static Step create(String table, List<ColumnDraft> columns) {
        List<Field<?>> fields = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        for (ColumnDraft column : columns) {
            Name name = DSL.name(column.name());
            fields.add(DSL.field(name, ColumnDefinition.whole(column)));
            if (column.key()) {
                constraints.add(DSL.primaryKey(name));
            } else if (column.unique()) {
                constraints.add(unique(table, column.name()));
            }
        }
        return new Step(
                DSL.createTable(DSL.name(table)).columns(fields).constraints(constraints),
                DSL.dropTable(DSL.name(table)));
    }

    static Step dropTable(String table) {
        return new Step(DSL.dropTable(DSL.name(table)), null);
    }

    static List<Step> addColumn(String table, ColumnDraft column) {
        Name name = DSL.name(column.name());
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                DSL.alterTable(DSL.name(table)).addColumn(DSL.field(name, ColumnDefinition.whole(column))),
                DSL.alterTable(DSL.name(table)).dropColumn(name)));
        if (column.unique()) {
            steps.add(addUnique(table, column.name()));
        }
        return steps;
    }

    static Step dropColumn(String table, String column) {
        return new Step(DSL.alterTable(DSL.name(table)).dropColumn(DSL.name(column)), null);
    }

    static Step addUnique(String table, String column) {
        return new Step(
                DSL.alterTable(DSL.name(table)).add(unique(table, column)),
                dropConstraint(table, uniqueName(table, column)));
    }

    static Step dropUnique(String table, String column) {
        return new Step(
                dropConstraint(table, uniqueName(table, column)),
                DSL.alterTable(DSL.name(table)).add(unique(table, column)));
    }

    private static Name uniqueName(String table, String column) {
        return DSL.name(Names.unique(table, column));
    }

    private static Constraint unique(String table, String column) {
        return DSL.constraint(uniqueName(table, column)).unique(DSL.name(column));
    }

    private static Query dropConstraint(String table, Name name) {
        return DSL.alterTable(DSL.name(table)).dropConstraint(name);
    }

    static Step nullable(String table, String column, boolean nullable) {
        return new Step(nullability(table, column, nullable), nullability(table, column, !nullable));
    }

    private static Query nullability(String table, String column, boolean nullable) {
        return nullable
                ? DSL.alterTable(DSL.name(table)).alter(DSL.name(column)).dropNotNull()
                : DSL.alterTable(DSL.name(table)).alter(DSL.name(column)).setNotNull();
    }

    static Step start(String table, String column, @Nullable Field<?> now, @Nullable Field<?> before) {
        return new Step(start(table, column, now), start(table, column, before));
    }

    private static Query start(String table, String column, @Nullable Field<?> start) {
        return start == null
                ? DSL.query("alter table {0} alter column {1} drop default", DSL.name(table), DSL.name(column))
                : DSL.query(
                        "alter table {0} alter column {1} set default {2}", DSL.name(table), DSL.name(column), start);
    }

    static Step type(String table, String column, DataType<?> now, DataType<?> before, Dialect dialect) {
        return new Step(type(table, column, now, dialect), type(table, column, before, dialect));
    }

    /** PostgreSQL converts values only when it is told how. */
    private static Query type(String table, String column, DataType<?> type, Dialect dialect) {
        Name name = DSL.name(column);
        if (dialect == Dialect.H2) {
            return DSL.alterTable(DSL.name(table)).alter(name).set(type);
        }
        Field<?> converted = DSL.cast(DSL.field(name), type);
        String words =
                type.getCastTypeName(DSL.using(org.jooq.SQLDialect.POSTGRES).configuration());
        return DSL.query(
                "alter table {0} alter column {1} type {2} using {3}",
                DSL.name(table), name, DSL.keyword(words), converted);
    }

    static Step addForeignKey(String table, ForeignKey key) {
        return new Step(adding(table, key), dropConstraint(table, DSL.name(key.name())));
    }

    static Step dropForeignKey(String table, ForeignKey key) {
        return new Step(dropConstraint(table, DSL.name(key.name())), adding(table, key));
    }

    private static Query adding(String table, ForeignKey key) {
        ConstraintForeignKeyOnStep constraint = DSL.constraint(DSL.name(key.name()))
                .foreignKey(DSL.name(key.column()))
                .references(DSL.name(key.otherTable()), DSL.name(key.otherColumn()));
        return DSL.alterTable(DSL.name(table)).add(ruled(constraint, key.onDelete()));
    }

    private static Constraint ruled(ConstraintForeignKeyOnStep constraint, DeleteRule rule) {
        return switch (rule) {
            case NO_ACTION -> constraint.onDeleteNoAction();
            case RESTRICT -> constraint.onDeleteRestrict();
            case CASCADE -> constraint.onDeleteCascade();
            case SET_NULL -> constraint.onDeleteSetNull();
            case SET_DEFAULT -> constraint.onDeleteSetDefault();
        };
    }
}
