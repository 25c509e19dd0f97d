package io.dataflows.engine.event;

/** How events are called. */
public final class EventNames {

    private static final String SYSTEM_PREFIX = "directus_";

    private EventNames() {}

    /**
     * The event of items of one collection: {@code articles.items.create}, and {@code users.create} for a collection of
     * the platform itself.
     *
     * @param action {@code create}, {@code update} or {@code delete}
     */
    public static String ofItems(String collection, String action) {
        return collection.startsWith(SYSTEM_PREFIX)
                ? collection.substring(SYSTEM_PREFIX.length()) + "." + action
                : collection + ".items." + action;
    }
}
