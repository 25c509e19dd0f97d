package io.dataflows.engine.items.catalog;

import io.dataflows.model.schema.Schema;
import java.util.Map;
import java.util.Set;

/**
 * The collections at one moment, and what they were read from.
 *
 * @param number the count of changes until then
 * @param tables those of collections, by the collection's name
 * @param tableNames all there are
 */
record Snapshot(
        long number, Schema schema, Map<String, RealTable> tables, Described described, Set<String> tableNames) {}
