package io.dataflows.model.schema;

/** How a column keeps its values. */
public enum ColumnType {
    VARCHAR,
    /** Text of any length. */
    TEXT,
    INTEGER,
    BIGINT,
    DOUBLE,
    DECIMAL,
    BOOLEAN,
    DATE,
    TIME,
    /** A date and time of no zone. */
    TIMESTAMP,
    /** An instant. */
    TIMESTAMP_WITH_ZONE,
    /** An instant as microseconds since 1970-01-01T00:00Z, in a bigint. */
    MICROS,
    /** The database's own type. */
    UUID,
    /** A UUID as its 36 characters. */
    UUID_TEXT,
    /** JSON as its text. */
    JSON_TEXT,
    /** The database's own type; only in tables that others made. */
    JSON,
    /** A list of texts with commas between them. */
    CSV_TEXT,
    /** The document of a run, which is shown as the data of a revision. */
    RUN_DOCUMENT
}
