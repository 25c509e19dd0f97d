package io.dataflows.engine.items.system;

import static io.dataflows.engine.items.system.PeopleCollections.flag;
import static io.dataflows.engine.items.system.PeopleCollections.json;
import static io.dataflows.engine.items.system.PeopleCollections.key;
import static io.dataflows.engine.items.system.PeopleCollections.reference;
import static io.dataflows.engine.items.system.PeopleCollections.string;
import static io.dataflows.engine.items.system.PeopleCollections.text;

import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.ColumnType;
import io.dataflows.model.schema.FieldSchema;
import io.dataflows.model.schema.Special;
import java.util.List;

/** What is kept of a person. Of secrets only hashes are, and nobody reads those either. */
final class UserFields {

    private UserFields() {}

    static List<FieldSchema> all() {
        return List.of(
                key(),
                string("first_name", 50),
                string("last_name", 50),
                string("email", 255).obligatory().onlyOnce(),
                FieldSchema.of("password", FieldType.HASH, ColumnType.VARCHAR)
                        .onColumn("password_hash")
                        .upTo(255)
                        .with(Special.HASH, Special.CONCEAL),
                string("location", 255),
                string("title", 50),
                text("description"),
                json("tags"),
                reference("avatar"),
                string("language", 255),
                string("tfa_secret", 255).with(Special.CONCEAL),
                string("status", 16).startingAs(TextNode.valueOf("active")).obligatory(),
                reference("role"),
                string("token", 255).onColumn("token_hash").onlyOnce().with(Special.CONCEAL),
                FieldSchema.of("last_access", FieldType.TIMESTAMP, ColumnType.MICROS),
                string("last_page", 255),
                string("provider", 128).startingAs(TextNode.valueOf("default")).obligatory(),
                string("external_identifier", 255).onlyOnce(),
                FieldSchema.of("auth_data", FieldType.JSON, ColumnType.JSON_TEXT)
                        .with(Special.CAST_JSON, Special.CONCEAL),
                flag("email_notifications", true),
                string("appearance", 255),
                string("theme_dark", 255),
                string("theme_light", 255),
                json("theme_light_overrides"),
                json("theme_dark_overrides"),
                string("text_direction", 255)
                        .startingAs(TextNode.valueOf("auto"))
                        .obligatory(),
                FieldSchema.alias("policies"));
    }
}
