package io.dataflows.web.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.ItemLibrary;
import io.dataflows.engine.Listing;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.ListQuery;
import io.dataflows.web.collection.BatchBody;
import io.dataflows.web.collection.BatchSelection;
import io.dataflows.web.collection.DeletionBody;
import io.dataflows.web.collection.SearchQueries;
import io.dataflows.web.http.Answers;
import io.dataflows.web.http.ApiCall;
import io.dataflows.web.http.RequestBodies;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;

/** What the calls for items of any collection do. Queries are read before anything is changed. */
@Dependent
public class ItemRoutes {
    @Inject
    ItemLibrary items;

    @Inject
    Listing listing;

    @Inject
    RequestBodies bodies;

    Response list(String collection, ApiCall call) {
        return list(collection, listing.parse(call.parameters()), call);
    }

    Response search(String collection, InputStream body, ApiCall call) {
        return list(collection, listing.parse(new SearchQueries(bodies).query(body, call)), call);
    }

    Response one(String collection, String key, ApiCall call) {
        ListQuery query = listing.parse(call.parameters());
        return Answers.data(
                items.one(collection, TextNode.valueOf(key), query, call.who()).orElseThrow(Refusals::forbidden));
    }

    Response create(String collection, InputStream body, ApiCall call) {
        ListQuery query = shownWith(call);
        JsonNode sent = bodies.jsonOrEmpty(body, call);
        List<JsonNode> keys = items.create(collection, BatchBody.objects(sent), call.who());
        ArrayNode shown = items.show(collection, keys, query, call.who());
        return sent.isArray() ? Answers.data(shown) : first(shown);
    }

    Response updateOne(String collection, String key, InputStream body, ApiCall call) {
        ListQuery query = shownWith(call);
        ObjectNode changes = BatchBody.object(bodies.jsonOrEmpty(body, call));
        List<JsonNode> keys = items.update(collection, List.of(TextNode.valueOf(key)), changes, call.who());
        return first(items.show(collection, keys, query, call.who()));
    }

    /** A collection of one item takes its changes without a key. */
    Response updateMany(String collection, InputStream body, ApiCall call) {
        ListQuery query = shownWith(call);
        JsonNode sent = bodies.jsonOrEmpty(body, call);
        return Answers.data(items.show(collection, updated(collection, sent, call), query, call.who()));
    }

    private List<JsonNode> updated(String collection, JsonNode sent, ApiCall call) {
        if (sent.isArray()) {
            return items.updateEach(collection, BatchBody.objects(sent), call.who());
        }
        BatchSelection selection = BatchBody.toUpdate(sent);
        ObjectNode changes = BatchBody.data(sent);
        ObjectNode query = selection.query();
        return query == null
                ? items.update(collection, selection.keys(), changes, call.who())
                : items.updateChosen(collection, listing.parse(query), changes, call.who());
    }

    Response deleteOne(String collection, String key, ApiCall call) {
        items.delete(collection, List.of(TextNode.valueOf(key)), call.who());
        return Answers.nothing();
    }

    Response deleteMany(String collection, InputStream body, ApiCall call) {
        JsonNode sent = bodies.json(body, call).orElseGet(() -> DeletionBody.ofQuery(call));
        BatchSelection selection = BatchBody.toDelete(sent);
        ObjectNode query = selection.query();
        if (query == null) {
            items.delete(collection, selection.keys(), call.who());
        } else {
            items.deleteChosen(collection, listing.parse(query), call.who());
        }
        return Answers.nothing();
    }

    private Response list(String collection, ListQuery query, ApiCall call) {
        if (query.export() != null) {
            return ItemExport.of(query.export(), collection, query, items, call.who());
        }
        ObjectNode answer = items.list(collection, query, call.who());
        return items.isSingleton(collection) && !query.isAggregated()
                ? Answers.data(answer.path("data").path(0))
                : Answers.json(answer);
    }

    private ListQuery shownWith(ApiCall call) {
        return listing.parse(call.parameters()).ofChosenRows();
    }

    /** 204 where the item can't be seen, or isn't there. */
    private static Response first(ArrayNode shown) {
        return shown.isEmpty() ? Answers.nothing() : Answers.data(shown.get(0));
    }
}
