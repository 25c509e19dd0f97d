package io.dataflows.engine.items.system;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.ColumnType;
import io.dataflows.model.schema.FieldSchema;
import io.dataflows.model.schema.RelationSchema;
import io.dataflows.model.schema.RelationSchema.DeleteRule;
import io.dataflows.model.schema.Special;
import io.dataflows.model.schema.Tracking;
import java.util.List;

/** People, their roles, and what they may do. */
public final class PeopleCollections {

    public static final String USERS = "directus_users";
    public static final String ROLES = "directus_roles";
    public static final String POLICIES = "directus_policies";
    public static final String PERMISSIONS = "directus_permissions";
    public static final String ACCESS = "directus_access";

    private PeopleCollections() {}

    static List<CollectionSchema> collections() {
        return List.of(
                collection(USERS, "df_user", UserFields.all()),
                collection(ROLES, "df_role", roles()),
                collection(POLICIES, "df_policy", policies()),
                collection(PERMISSIONS, "df_permission", permissions()),
                collection(ACCESS, "df_access", access()));
    }

    static List<RelationSchema> relations() {
        return List.of(
                relation(USERS, "role", ROLES, "users", DeleteRule.SET_NULL),
                relation(ROLES, "parent", ROLES, "children", DeleteRule.SET_NULL),
                relation(ACCESS, "role", ROLES, "policies", DeleteRule.CASCADE),
                relation(ACCESS, "user", USERS, "policies", DeleteRule.CASCADE),
                // The rows that give a policy away are listed under two names, as clients know it.
                relation(ACCESS, "policy", POLICIES, "users", DeleteRule.CASCADE),
                relation(ACCESS, "policy", POLICIES, "roles", DeleteRule.CASCADE),
                relation(PERMISSIONS, "policy", POLICIES, "permissions", DeleteRule.CASCADE));
    }

    private static CollectionSchema collection(String name, String table, List<FieldSchema> fields) {
        return new CollectionSchema(name, table, "id", fields, false, Tracking.ALL, null);
    }

    private static RelationSchema relation(String many, String field, String one, String alias, DeleteRule rule) {
        return new RelationSchema(many, field, one, alias, rule, true);
    }

    private static List<FieldSchema> roles() {
        return List.of(
                key(),
                string("name", 255).obligatory(),
                string("icon", 64).startingAs(TextNode.valueOf("supervised_user_circle")),
                text("description"),
                reference("parent"),
                FieldSchema.alias("children"),
                FieldSchema.alias("policies"),
                FieldSchema.alias("users"));
    }

    private static List<FieldSchema> policies() {
        return List.of(
                key(),
                string("name", 100).obligatory(),
                string("icon", 64).startingAs(TextNode.valueOf("badge")),
                text("description"),
                FieldSchema.of("ip_access", FieldType.CSV, ColumnType.CSV_TEXT).with(Special.CAST_CSV),
                flag("enforce_tfa", false),
                flag("admin_access", false),
                flag("app_access", false),
                FieldSchema.alias("permissions"),
                FieldSchema.alias("users"),
                FieldSchema.alias("roles"));
    }

    private static List<FieldSchema> permissions() {
        return List.of(
                FieldSchema.of("id", FieldType.INTEGER, ColumnType.INTEGER).counting(),
                string("collection", 64).obligatory(),
                string("action", 10).obligatory(),
                json("permissions").onColumn("items"),
                json("validation"),
                json("presets"),
                FieldSchema.of("fields", FieldType.CSV, ColumnType.CSV_TEXT).with(Special.CAST_CSV),
                reference("policy").obligatory());
    }

    private static List<FieldSchema> access() {
        return List.of(
                key(),
                reference("role"),
                reference("user").onColumn("account"),
                reference("policy").obligatory(),
                FieldSchema.of("sort", FieldType.INTEGER, ColumnType.INTEGER));
    }

    static FieldSchema key() {
        return FieldSchema.of("id", FieldType.UUID, ColumnType.UUID_TEXT)
                .obligatory()
                .with(Special.UUID);
    }

    static FieldSchema string(String name, int length) {
        return FieldSchema.of(name, FieldType.STRING, ColumnType.VARCHAR).upTo(length);
    }

    static FieldSchema text(String name) {
        return FieldSchema.of(name, FieldType.TEXT, ColumnType.TEXT);
    }

    static FieldSchema json(String name) {
        return FieldSchema.of(name, FieldType.JSON, ColumnType.JSON_TEXT).with(Special.CAST_JSON);
    }

    static FieldSchema flag(String name, boolean start) {
        return FieldSchema.of(name, FieldType.BOOLEAN, ColumnType.BOOLEAN)
                .startingAs(BooleanNode.valueOf(start))
                .obligatory()
                .with(Special.CAST_BOOLEAN);
    }

    static FieldSchema reference(String name) {
        return FieldSchema.of(name, FieldType.UUID, ColumnType.UUID_TEXT);
    }
}
