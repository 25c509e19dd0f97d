package io.dataflows.engine.testkit;

import static io.dataflows.engine.testkit.ItemField.Rule.NOT_NULL;
import static io.dataflows.engine.testkit.ItemField.Rule.REQUIRED;
import static io.dataflows.engine.testkit.ItemField.Rule.UNIQUE;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.FlowEngineBuilder;
import io.dataflows.engine.testkit.ItemPermission.Action;
import io.dataflows.model.access.Role;
import io.dataflows.model.capability.ItemStore;
import io.dataflows.model.capability.Notifier;
import io.dataflows.model.capability.Roles;
import io.dataflows.model.query.Field;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.trigger.Accountability;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The people, collections and settings that the recorded cases begin with; fresh for each case. */
public final class RecordedFixtures {

    public static final Accountability ADMIN = FlowVerifier.ADMIN;

    /** Reads published articles, creates them with title and status, changes the title of published ones. */
    public static final Accountability EDITOR = new Accountability(
            new UUID(0, 3), new UUID(0, 4), List.of(new UUID(0, 3)), false, true, "127.0.0.1", null, null);

    public static final Accountability NOBODY = Accountability.anonymous("127.0.0.1", null, null);

    public static final String ARTICLES = "articles";
    public static final String NOTES = "notes";
    public static final String USERS = "directus_users";

    private static final List<String> ROWS = List.of(
            """
            {"title": "One", "status": "draft", "views": 10, "price": 1.5, "published": false, "tags": ["a"],
             "on": "2026-01-01T00:00:00Z"}""",
            """
            {"title": "Two", "status": "published", "views": 20, "price": 2.5, "published": true, "tags": null,
             "on": null}""",
            """
            {"title": "Three", "status": "published", "views": null, "price": null, "published": null,
             "tags": {"k": 1}, "on": "2026-02-01T00:00:00Z"}""");

    private final InMemoryItemStore items;
    private final InMemoryNotifier notifier;
    private final InMemoryRoles roles = new InMemoryRoles();

    public RecordedFixtures(Clock clock) {
        items = new InMemoryItemStore(clock);
        notifier = new InMemoryNotifier(items);
        addArticles();
        addPeople();
        addMessages();
        addRights();
    }

    /** Who {@code admin}, {@code editor} and {@code none} are in a case's {@code call.auth}. */
    public static Accountability caller(String auth) {
        return switch (auth) {
            case "admin" -> ADMIN;
            case "editor", "editortoken" -> EDITOR;
            case "none" -> NOBODY;
            default -> throw new IllegalArgumentException("Nobody is called " + auth + ".");
        };
    }

    /** What the cases' placeholders for people and roles stand for. */
    public static Map<String, String> placeholders() {
        return Map.of(
                "<admin-user>", String.valueOf(ADMIN.user()),
                "<admin-role>", String.valueOf(ADMIN.role()),
                "<editor-user>", String.valueOf(EDITOR.user()),
                "<editor-role>", String.valueOf(EDITOR.role()));
    }

    /** The settings of the recorded server. */
    public static Map<String, String> settings() {
        return Map.of(
                "FLOWS_ENV_ALLOW_LIST", "PUBLIC_URL,MY_SECRET",
                "MY_SECRET", "sup3rs3cretvalue",
                "IMPORT_IP_DENY_LIST", "",
                "EMAIL_FROM", "flows@example.com");
    }

    /** Gives an engine these items, roles and inboxes. */
    public FlowEngineBuilder install(FlowEngineBuilder builder) {
        return builder.capability(ItemStore.class, items)
                .capability(Notifier.class, notifier)
                .capability(Roles.class, roles);
    }

    public InMemoryItemStore items() {
        return items;
    }

    public InMemoryNotifier notifier() {
        return notifier;
    }

    public InMemoryRoles roles() {
        return roles;
    }

    private void addArticles() {
        items.addCollection(
                ARTICLES,
                ItemField.of("id", FieldType.INTEGER),
                ItemField.of("title", FieldType.STRING).with(REQUIRED).upTo(255),
                ItemField.of("status", FieldType.STRING).startingAs("draft").upTo(255),
                ItemField.of("views", FieldType.INTEGER),
                ItemField.of("price", FieldType.FLOAT),
                ItemField.of("published", FieldType.BOOLEAN).startingAs(BooleanNode.FALSE),
                ItemField.of("tags", FieldType.JSON),
                ItemField.of("on", FieldType.TIMESTAMP));
        items.addCollection(NOTES, ItemField.of("id", FieldType.UUID), ItemField.of("text", FieldType.TEXT));
        ROWS.forEach(row -> add(ARTICLES, row));
    }

    private void addPeople() {
        items.addCollection(
                USERS,
                ItemField.of("id", FieldType.UUID),
                ItemField.of("email", FieldType.STRING).with(UNIQUE).upTo(255),
                ItemField.of("status", FieldType.STRING).startingAs("active"),
                ItemField.of("role", FieldType.UUID),
                ItemField.of("email_notifications", FieldType.BOOLEAN).startingAs(BooleanNode.TRUE));
        add(USERS, "{\"id\": \"%s\", \"email\": \"admin@example.com\"}".formatted(ADMIN.user()));
        add(USERS, "{\"id\": \"%s\", \"email\": \"ed@example.com\"}".formatted(EDITOR.user()));
        roles.add(new Role(ADMIN.roles().get(0), "Administrator", true, true), null);
        roles.add(new Role(EDITOR.roles().get(0), "Editor", false, false), null);
    }

    private void addMessages() {
        items.addCollection(
                InMemoryNotifier.COLLECTION,
                ItemField.of("id", FieldType.INTEGER),
                ItemField.of("timestamp", FieldType.TIMESTAMP).startingAs("2026-03-10T12:00:00Z"),
                ItemField.of("status", FieldType.STRING).startingAs("inbox"),
                ItemField.of(Field.toOne("recipient", USERS)).with(NOT_NULL),
                ItemField.of(Field.toOne("sender", USERS)),
                ItemField.of("subject", FieldType.STRING).with(NOT_NULL).upTo(255),
                ItemField.of("message", FieldType.TEXT),
                ItemField.of("collection", FieldType.STRING).upTo(64),
                ItemField.of("item", FieldType.STRING).upTo(255));
        items.addCollection(
                InMemoryItemStore.ACTIVITY,
                ItemField.of("id", FieldType.INTEGER),
                ItemField.of("action", FieldType.STRING),
                ItemField.of("user", FieldType.UUID),
                ItemField.of("timestamp", FieldType.TIMESTAMP),
                ItemField.of("collection", FieldType.STRING),
                ItemField.of("item", FieldType.STRING));
    }

    private void addRights() {
        String published = "{\"status\": {\"_eq\": \"published\"}}";
        permit(Action.READ, List.of("*"), published);
        permit(Action.CREATE, List.of("title", "status"), "{}");
        permit(Action.UPDATE, List.of("title"), published);
    }

    private void permit(Action action, List<String> fields, String filter) {
        items.permit(new ItemPermission(EDITOR.role(), ARTICLES, action, fields, (ObjectNode) Flows.json(filter)));
    }

    private void add(String collection, String row) {
        items.put(collection, (ObjectNode) Flows.json(row));
    }
}
