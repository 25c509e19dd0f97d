package io.dataflows.engine.items.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.ColumnType;
import io.dataflows.model.schema.FieldSchema;
import io.dataflows.model.schema.RelationSchema;
import io.dataflows.model.schema.Special;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collections, fields and relations as the API shows them. */
final class SchemaViews {

    private final Snapshot snapshot;

    SchemaViews(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** {@code {collection, meta, schema}}. */
    ObjectNode collection(CollectionSchema collection) {
        ObjectNode meta = collection.meta();
        ObjectNode view = object().put("collection", collection.name());
        view.set("meta", meta == null ? Meta.collection(collection.name(), object()) : meta.deepCopy());
        view.set("schema", object().put("name", collection.name()).put("sql", sql(collection)));
        return view;
    }

    /** For people only: the table in words. */
    private static String sql(CollectionSchema collection) {
        String columns = collection.columns().stream()
                .map(field ->
                        "\"" + field.column() + "\" " + dataType(field) + (field.nullable() ? " null" : " not null"))
                .collect(Collectors.joining(", "));
        return "CREATE TABLE \"" + collection.name() + "\" (" + columns + ", primary key (\""
                + collection.key().column() + "\"))";
    }

    /** {@code {collection, field, type, meta, schema}}. */
    ObjectNode field(CollectionSchema collection, FieldSchema field) {
        ObjectNode view = object().put("collection", collection.name())
                .put("field", field.name())
                .put("type", field.type().text());
        ObjectNode meta = field.meta();
        view.set("meta", meta != null ? meta.deepCopy() : ownMeta(collection, field));
        view.set("schema", field.isAlias() ? NullNode.getInstance() : schema(collection, field));
        return view;
    }

    /** The platform's own fields are described by their specials; nobody described those of a table. */
    private static JsonNode ownMeta(CollectionSchema collection, FieldSchema field) {
        if (!collection.isSystem()) {
            return NullNode.getInstance();
        }
        List<String> specials =
                field.specials().stream().map(Special::text).sorted().toList();
        return Meta.field(new Described.OfField(
                0, collection.name(), field.name(), field.type(), field.specials(), specials, object()));
    }

    private ObjectNode schema(CollectionSchema collection, FieldSchema field) {
        RealTable table = snapshot.tables().get(collection.name());
        boolean key = collection.key().name().equals(field.name());
        Optional<RelationSchema> relation =
                snapshot.schema().toOne(collection.name(), field.name()).filter(RelationSchema::foreignKey);
        ObjectNode schema = object().put("name", field.column())
                .put("table", collection.name())
                .put("data_type", dataType(field));
        schema.set("default_value", start(field, table));
        schema.put("max_length", length(field))
                .put("numeric_precision", field.precision())
                .put("numeric_scale", field.scale())
                .put(
                        "is_generated",
                        column(table, field).map(TableColumn::computed).orElse(false))
                .putNull("generation_expression")
                .put("is_nullable", field.nullable())
                .put("is_unique", key || field.unique())
                .put("is_indexed", table != null && table.indexed().contains(field.name()))
                .put("is_primary_key", key)
                .put("has_auto_increment", isCounting(field, table))
                .put("foreign_key_column", relation.map(this::oneKey).orElse(null))
                .put("foreign_key_table", relation.map(RelationSchema::one).orElse(null));
        return schema;
    }

    private static Optional<TableColumn> column(@Nullable RealTable table, FieldSchema field) {
        return Optional.ofNullable(table).map(real -> real.columns().get(field.name()));
    }

    private static boolean isCounting(FieldSchema field, @Nullable RealTable table) {
        return table == null
                ? field.generated()
                : column(table, field).map(TableColumn::counting).orElse(false);
    }

    private static JsonNode start(FieldSchema field, @Nullable RealTable table) {
        JsonNode start = field.defaultValue();
        if (start != null) {
            return start;
        }
        if (table == null) {
            boolean dated = field.has(Special.DATE_CREATED);
            return dated ? JsonNodeFactory.instance.textNode("CURRENT_TIMESTAMP") : NullNode.getInstance();
        }
        return column(table, field)
                .filter(column -> !column.counting() && DefaultValue.isComputed(column.defaultText()))
                .<JsonNode>map(column -> JsonNodeFactory.instance.textNode(shown(column)))
                .orElse(NullNode.getInstance());
    }

    private static String shown(TableColumn column) {
        String text = Objects.requireNonNullElse(column.defaultText(), "");
        String upper = text.toUpperCase(Locale.ROOT);
        boolean now = List.of("NOW()", "LOCALTIME", "CURRENT_").stream().anyMatch(upper::contains);
        return now ? "CURRENT_TIMESTAMP" : text;
    }

    private static @Nullable Integer length(FieldSchema field) {
        boolean id = field.columnType() == ColumnType.UUID_TEXT;
        return field.length() == null && id ? Integer.valueOf(36) : field.length();
    }

    private static String dataType(FieldSchema field) {
        return Types.dataType(Objects.requireNonNull(field.columnType()));
    }

    /** {@code {collection, field, related_collection, schema, meta}}. */
    ObjectNode relation(RelationSchema relation) {
        ObjectNode view = object().put("collection", relation.many())
                .put("field", relation.manyField())
                .put("related_collection", relation.one());
        view.set("schema", relation.foreignKey() ? foreignKey(relation) : NullNode.getInstance());
        Optional<Described.OfRelation> kept = snapshot.described().relation(relation.many(), relation.manyField());
        view.set("meta", kept.<JsonNode>map(Meta::relation).orElse(NullNode.getInstance()));
        return view;
    }

    private ObjectNode foreignKey(RelationSchema relation) {
        String name = Optional.ofNullable(snapshot.tables().get(relation.many()))
                .flatMap(table -> table.foreignKey(relation.manyField()))
                .map(ForeignKey::name)
                .orElse(null);
        return object().put("constraint_name", name)
                .put("table", relation.many())
                .put("column", relation.manyField())
                .put("foreign_key_schema", "public")
                .put("foreign_key_table", relation.one())
                .put("foreign_key_column", oneKey(relation))
                .put("on_update", "NO ACTION")
                .put("on_delete", relation.onDelete().name().replace('_', ' '));
    }

    private @Nullable String oneKey(RelationSchema relation) {
        return snapshot.schema()
                .collection(relation.one())
                .map(one -> one.key().name())
                .orElse(null);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
