package io.dataflows.blackbox;

import io.dataflows.engine.JsonText;

/** The collections and items that the recorded cases begin with, made over HTTP. */
final class RecordedItems {

    private static final String COLLECTIONS =
            """
            [{"collection": "articles", "schema": {}, "meta": {}, "fields": [
               {"field": "id", "type": "integer", "schema": {"is_primary_key": true, "has_auto_increment": true}},
               {"field": "title", "type": "string", "schema": {"is_nullable": false, "max_length": 255}},
               {"field": "status", "type": "string", "schema": {"default_value": "draft", "max_length": 255}},
               {"field": "views", "type": "integer", "schema": {}},
               {"field": "price", "type": "float", "schema": {}},
               {"field": "published", "type": "boolean", "schema": {"default_value": false}},
               {"field": "tags", "type": "json", "meta": {"special": ["cast-json"]}, "schema": {}},
               {"field": "on", "type": "timestamp", "schema": {}}]},
             {"collection": "notes", "schema": {}, "meta": {}, "fields": [
               {"field": "id", "type": "uuid", "meta": {"special": ["uuid"]}, "schema": {"is_primary_key": true}},
               {"field": "text", "type": "text", "schema": {}}]}]""";

    private static final String ARTICLES =
            """
            [{"title": "One", "status": "draft", "views": 10, "price": 1.5, "published": false, "tags": ["a"],
              "on": "2026-01-01T00:00:00Z"},
             {"title": "Two", "status": "published", "views": 20, "price": 2.5, "published": true, "tags": null,
              "on": null},
             {"title": "Three", "status": "published", "views": null, "price": null, "published": null,
              "tags": {"k": 1}, "on": "2026-02-01T00:00:00Z"}]""";

    private final Caller administrator;

    RecordedItems(Caller administrator) {
        this.administrator = administrator;
    }

    /** Makes them anew, so that keys count from one again. */
    void reset() {
        remove();
        administrator.post("/collections", COLLECTIONS).data();
        administrator.post("/items/articles", ARTICLES).data();
    }

    void remove() {
        for (var collection : administrator.get("/collections").data()) {
            String name = collection.path("collection").asText();
            if (name.equals("articles") || name.equals("notes")) {
                var answer = administrator.delete("/collections/" + name);
                if (answer.status() != 204) {
                    throw new AssertionError("Status " + answer.status() + ": " + JsonText.write(answer.json()));
                }
            }
        }
    }
}
