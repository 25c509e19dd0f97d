package io.dataflows.model.schema;

/** What is remembered of changes to a collection's items. */
public enum Tracking {
    /** Who did what, and the item before and after. */
    ALL,
    /** Who did what. */
    ACTIVITY,
    NOTHING
}
