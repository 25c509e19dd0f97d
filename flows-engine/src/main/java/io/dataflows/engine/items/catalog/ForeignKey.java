package io.dataflows.engine.items.catalog;

import io.dataflows.model.schema.RelationSchema.DeleteRule;

/** A foreign key of one column. */
record ForeignKey(String name, String column, String otherTable, String otherColumn, DeleteRule onDelete) {}
