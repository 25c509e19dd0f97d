package io.dataflows.engine.items.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.ColumnType;
import io.dataflows.model.schema.FieldSchema;
import io.dataflows.model.schema.Special;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes fields of columns and what is kept about them. */
final class TableFields {

    /** More than this is no limit but the most that the database can. */
    private static final int UNLIMITED = 1_000_000;

    private static final int MOST_DIGITS = 1_000;

    private static final Set<Special> FILLED = Set.of(
            Special.DATE_CREATED, Special.DATE_UPDATED, Special.USER_CREATED, Special.USER_UPDATED, Special.UUID);

    private TableFields() {}

    /** Nothing where the table has no key of one known column. Other columns that aren't known are left out. */
    static Optional<CollectionSchema> collection(
            Described.OfCollection known, RealTable table, Described described, Consumer<String> warnings) {
        List<FieldSchema> fields = new ArrayList<>();
        for (TableColumn column : table.columns().values()) {
            Optional<FieldSchema> field = field(known.name(), table, column, described);
            field.ifPresentOrElse(
                    fields::add, () -> warnings.accept(KnownType.unknown(known.name(), column) + " It is left out."));
        }
        described.fields(known.name()).stream()
                .filter(field -> field.type() == FieldType.ALIAS)
                .forEach(field -> fields.add(alias(field)));
        boolean keyed = fields.stream().anyMatch(field -> table.isKey(field.name()));
        ObjectNode meta = Meta.collection(known.name(), known.meta());
        return keyed
                ? Optional.of(new CollectionSchema(
                        known.name(),
                        table.name(),
                        table.key().get(0),
                        fields,
                        Meta.isSingleton(meta),
                        Meta.tracking(meta),
                        meta))
                : Optional.empty();
    }

    private static FieldSchema alias(Described.OfField known) {
        FieldSchema plain = FieldSchema.alias(known.field());
        Special[] specials = known.specials().toArray(new Special[0]);
        return plain.with(specials).described(Meta.field(known));
    }

    private static Optional<FieldSchema> field(
            String collection, RealTable table, TableColumn column, Described described) {
        Optional<Described.OfField> known = described.field(collection, column.name());
        FieldType wanted = known.map(Described.OfField::type).orElse(null);
        return KnownType.of(column)
                .map(type -> wanted == null ? type : type.as(wanted))
                .map(type -> field(table, column, type, known.orElse(null)));
    }

    private static FieldSchema field(
            RealTable table, TableColumn column, KnownType type, Described.@Nullable OfField known) {
        Set<Special> specials = known == null ? Set.of() : known.specials();
        JsonNode start = DefaultValue.of(column.defaultText());
        boolean generated = column.counting() || column.computed() || DefaultValue.isComputed(column.defaultText());
        boolean filled = start != null || generated || specials.stream().anyMatch(FILLED::contains);
        boolean demanded = known != null && known.meta().path("required").asBoolean();
        boolean decimal = type.columnType() == ColumnType.DECIMAL && column.size() <= MOST_DIGITS;
        return new FieldSchema(
                column.name(),
                type.type(),
                column.name(),
                type.columnType(),
                column.nullable(),
                (demanded || !column.nullable()) && !filled,
                table.unique().contains(column.name()),
                generated,
                length(type.columnType(), column),
                decimal ? (Integer) column.size() : null,
                decimal ? (Integer) column.scale() : null,
                start,
                specials,
                known == null ? null : Meta.field(known));
    }

    private static @Nullable Integer length(ColumnType type, TableColumn column) {
        boolean limited = type == ColumnType.VARCHAR || type == ColumnType.UUID_TEXT || type == ColumnType.TEXT;
        return limited && column.size() < UNLIMITED ? (Integer) column.size() : null;
    }
}
