package io.dataflows.engine.sql;

/** The databases that are supported. */
public enum Dialect {
    H2,
    POSTGRESQL
}
