package io.dataflows.engine.items.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A column as the database describes it.
 *
 * @param type the database's name of its type, in lower case
 * @param size characters or digits
 * @param defaultText the expression of its default, as the database writes it, or null
 * @param counting whether the database counts its values up
 * @param computed whether the database computes its values from other columns
 */
record TableColumn(
        String name,
        String type,
        int size,
        int scale,
        boolean nullable,
        @Nullable String defaultText,
        boolean counting,
        boolean computed) {}
