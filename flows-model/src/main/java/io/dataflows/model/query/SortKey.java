package io.dataflows.model.query;

/** One field to sort by; relations are followed with dots. */
public record SortKey(String field, boolean descending) {
    /** @param text the field's name, after a minus sign for descending */
    public static SortKey of(String text) {
        return text.startsWith("-") ? new SortKey(text.substring(1), true) : new SortKey(text, false);
    }
}
