package io.dataflows.model.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A collection: its items are the rows of one table. */
public final class CollectionSchema {

    private static final String SYSTEM = "directus_";

    private final String name;
    private final String table;
    private final String key;
    private final Map<String, FieldSchema> fields;
    private final boolean singleton;
    private final Tracking tracking;
    private final @Nullable ObjectNode meta;

    /**
     * @param name as clients know it
     * @param table as the database has it
     * @param key name of the field that is the primary key
     * @param fields in the order in which items show them
     * @param singleton whether it has one item only
     * @param meta what clients keep about a collection ({@code icon}, {@code note} …), or null
     */
    public CollectionSchema(
            String name,
            String table,
            String key,
            List<FieldSchema> fields,
            boolean singleton,
            Tracking tracking,
            @Nullable ObjectNode meta) {
        this.name = name;
        this.table = table;
        this.key = key;
        this.fields = byName(fields);
        this.singleton = singleton;
        this.tracking = tracking;
        this.meta = meta;
    }

    /** A collection on a table of the same name, all of whose changes are kept. */
    public static CollectionSchema of(String name, String key, List<FieldSchema> fields) {
        return new CollectionSchema(name, name, key, fields, false, Tracking.ALL, null);
    }

    private static Map<String, FieldSchema> byName(List<FieldSchema> fields) {
        Map<String, FieldSchema> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        return Collections.unmodifiableMap(byName);
    }

    public String name() {
        return name;
    }

    public String table() {
        return table;
    }

    /** The field that is the primary key. */
    public FieldSchema key() {
        FieldSchema field = fields.get(key);
        if (field == null) {
            throw new IllegalStateException("Collection (" + name + ") has no field (" + key + ").");
        }
        return field;
    }

    public List<FieldSchema> fields() {
        return List.copyOf(fields.values());
    }

    /** The fields that have a column. */
    public List<FieldSchema> columns() {
        List<FieldSchema> columns = new ArrayList<>(fields.size());
        fields.values().stream().filter(field -> !field.isAlias()).forEach(columns::add);
        return columns;
    }

    public Optional<FieldSchema> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    public boolean isSingleton() {
        return singleton;
    }

    /** Whether it is one of the platform's own. */
    public boolean isSystem() {
        return isSystem(name);
    }

    public static boolean isSystem(String collection) {
        return collection.startsWith(SYSTEM);
    }

    public Tracking tracking() {
        return tracking;
    }

    public @Nullable ObjectNode meta() {
        return meta;
    }

    /** What an event of its items is called. */
    public String event(String action) {
        return event(name, action);
    }

    /**
     * What an event of a collection's items is called: {@code articles.items.create}, or {@code users.create} for a
     * collection of the platform.
     */
    public static String event(String collection, String action) {
        return isSystem(collection)
                ? collection.substring(SYSTEM.length()) + "." + action
                : collection + ".items." + action;
    }

    @Override
    public String toString() {
        return "CollectionSchema[" + name + "]";
    }
}
