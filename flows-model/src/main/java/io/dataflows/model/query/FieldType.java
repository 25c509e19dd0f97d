package io.dataflows.model.query;

/** What kind of value a field holds; it decides which filter operators fit. */
public enum FieldType {
    STRING("string"),
    TEXT("text"),
    UUID("uuid"),
    INTEGER("integer"),
    BIG_INTEGER("bigInteger"),
    FLOAT("float"),
    DECIMAL("decimal"),
    BOOLEAN("boolean"),
    DATE("date"),
    TIME("time"),
    DATE_TIME("dateTime"),
    TIMESTAMP("timestamp"),
    JSON("json"),
    /** A list of texts. */
    CSV("csv"),
    /** A text of which only the hash is kept. */
    HASH("hash"),
    ALIAS("alias");

    private final String text;

    FieldType(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Whether values are numbers. */
    public boolean isNumber() {
        return this == INTEGER || this == BIG_INTEGER || this == FLOAT || this == DECIMAL;
    }

    /** Whether a full-text search looks into fields of this type. */
    public boolean isText() {
        return this == STRING || this == TEXT;
    }
}
