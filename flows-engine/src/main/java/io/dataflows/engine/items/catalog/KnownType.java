package io.dataflows.engine.items.catalog;

import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.ColumnType;
import java.util.Map;
import java.util.Optional;

/** What kind of values a column of the database holds. */
record KnownType(FieldType type, ColumnType columnType) {

    private static final KnownType TEXT = new KnownType(FieldType.TEXT, ColumnType.TEXT);
    private static final KnownType STRING = new KnownType(FieldType.STRING, ColumnType.VARCHAR);
    private static final KnownType INTEGER = new KnownType(FieldType.INTEGER, ColumnType.INTEGER);
    private static final KnownType BIGINT = new KnownType(FieldType.BIG_INTEGER, ColumnType.BIGINT);
    private static final KnownType DOUBLE = new KnownType(FieldType.FLOAT, ColumnType.DOUBLE);
    private static final KnownType DECIMAL = new KnownType(FieldType.DECIMAL, ColumnType.DECIMAL);
    private static final KnownType BOOLEAN = new KnownType(FieldType.BOOLEAN, ColumnType.BOOLEAN);
    private static final KnownType TIMESTAMP = new KnownType(FieldType.DATE_TIME, ColumnType.TIMESTAMP);
    private static final KnownType INSTANT = new KnownType(FieldType.TIMESTAMP, ColumnType.TIMESTAMP_WITH_ZONE);
    private static final KnownType JSON = new KnownType(FieldType.JSON, ColumnType.JSON);

    /** By the names that H2 and PostgreSQL have for them. */
    private static final Map<String, KnownType> BY_NAME = Map.ofEntries(
            Map.entry("character varying", STRING),
            Map.entry("varchar", STRING),
            Map.entry("character", STRING),
            Map.entry("bpchar", STRING),
            Map.entry("character large object", TEXT),
            Map.entry("text", TEXT),
            Map.entry("tinyint", INTEGER),
            Map.entry("smallint", INTEGER),
            Map.entry("int2", INTEGER),
            Map.entry("smallserial", INTEGER),
            Map.entry("integer", INTEGER),
            Map.entry("int4", INTEGER),
            Map.entry("serial", INTEGER),
            Map.entry("bigint", BIGINT),
            Map.entry("int8", BIGINT),
            Map.entry("bigserial", BIGINT),
            Map.entry("real", DOUBLE),
            Map.entry("float4", DOUBLE),
            Map.entry("double precision", DOUBLE),
            Map.entry("float8", DOUBLE),
            Map.entry("numeric", DECIMAL),
            Map.entry("decimal", DECIMAL),
            Map.entry("boolean", BOOLEAN),
            Map.entry("bool", BOOLEAN),
            Map.entry("date", new KnownType(FieldType.DATE, ColumnType.DATE)),
            Map.entry("time", new KnownType(FieldType.TIME, ColumnType.TIME)),
            Map.entry("timestamp", TIMESTAMP),
            Map.entry("timestamp with time zone", INSTANT),
            Map.entry("timestamptz", INSTANT),
            Map.entry("uuid", new KnownType(FieldType.UUID, ColumnType.UUID)),
            Map.entry("json", JSON),
            Map.entry("jsonb", JSON));

    static Optional<KnownType> of(TableColumn column) {
        return Optional.ofNullable(BY_NAME.get(column.type()));
    }

    /** Tells that a column's type isn't one of them. */
    static String unknown(String table, TableColumn column) {
        return "Column (" + column.name() + ") of table (" + table + ") has type (" + column.type()
                + "), which is not supported.";
    }

    /** This column as the described type, where it can hold that, and as the column tells otherwise. */
    KnownType as(FieldType described) {
        boolean texts = columnType == ColumnType.VARCHAR || columnType == ColumnType.TEXT;
        return switch (described) {
            case STRING, TEXT, HASH -> texts ? new KnownType(described, columnType) : this;
            case UUID -> columnType == ColumnType.VARCHAR ? new KnownType(described, ColumnType.UUID_TEXT) : this;
            case JSON -> texts ? new KnownType(described, ColumnType.JSON_TEXT) : this;
            case CSV -> texts ? new KnownType(described, ColumnType.CSV_TEXT) : this;
            default -> this;
        };
    }
}
