package io.dataflows.web.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.Listing;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.query.Rows;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.web.http.Answers;
import io.dataflows.web.http.ApiCall;
import io.dataflows.web.http.Ids;
import io.dataflows.web.http.RequestBodies;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The routes of one editable collection. Queries are checked before anything is changed. */
public final class CollectionRoutes {
    private final EditableCollection editable;
    private final Supplier<Rows> storedRows;
    private final Listing listing;
    private final RequestBodies bodies;

    /** @param storedRows gives the rows as they are now */
    public CollectionRoutes(
            EditableCollection editable, Supplier<Rows> storedRows, Listing listing, RequestBodies bodies) {
        this.editable = editable;
        this.storedRows = storedRows;
        this.listing = listing;
        this.bodies = bodies;
    }

    public Response list(ApiCall call) {
        return list(listing.parse(call.parameters()), call);
    }

    public Response search(InputStream body, ApiCall call) {
        return list(listing.parse(new SearchQueries(bodies).query(body, call)), call);
    }

    public Response one(String id, ApiCall call) {
        UUID known = Ids.require(id);
        ListQuery query = listing.parse(call.parameters());
        ArrayNode shown = show(List.of(known), query, call.who());
        if (shown.isEmpty()) {
            throw Refusals.forbidden();
        }
        return Answers.data(shown.get(0));
    }

    public Response create(InputStream body, ApiCall call) {
        ListQuery query = checkedQuery(call);
        JsonNode sent = bodies.jsonOrEmpty(body, call);
        List<UUID> ids = editable.create(BatchBody.objects(sent), call.who());
        ArrayNode shown = show(ids, query, call.who());
        return sent.isArray() ? Answers.data(shown) : Answers.data(shown.get(0));
    }

    public Response updateOne(String id, InputStream body, ApiCall call) {
        UUID known = Ids.require(id);
        ListQuery query = checkedQuery(call);
        JsonNode sent = bodies.jsonOrEmpty(body, call);
        List<UUID> updated = editable.update(Map.of(known, BatchBody.object(sent)), call.who());
        return updated.isEmpty()
                ? Answers.nothing()
                : Answers.data(show(updated, query, call.who()).get(0));
    }

    public Response updateMany(InputStream body, ApiCall call) {
        ListQuery query = checkedQuery(call);
        JsonNode sent = bodies.jsonOrEmpty(body, call);
        Map<UUID, ObjectNode> patches = BatchBody.patches(sent, chosen -> ids(chosen, call.who()));
        return Answers.data(show(editable.update(patches, call.who()), query, call.who()));
    }

    public Response deleteOne(String id, ApiCall call) {
        editable.delete(List.of(Ids.require(id)), call.who());
        return Answers.nothing();
    }

    /** The ids come in the body, or in the query as {@code keys}, since not every server lets a body through. */
    public Response deleteMany(InputStream body, ApiCall call) {
        JsonNode sent = bodies.json(body, call).orElseGet(() -> DeletionBody.ofQuery(call));
        editable.delete(BatchBody.keys(sent, chosen -> ids(chosen, call.who())), call.who());
        return Answers.nothing();
    }

    private Response list(ListQuery query, ApiCall call) {
        Rows rows = storedRows.get();
        ObjectNode answer =
                listing.list(collection(), query, rows.all(collection().name()), rows, call.who());
        String format = query.export();
        return format == null
                ? Answers.json(answer)
                : Export.of(format, answer.path("data"), collection().name());
    }

    private ListQuery checkedQuery(ApiCall call) {
        ListQuery query = listing.parse(call.parameters()).ofChosenRows();
        listing.check(collection(), query, storedRows.get(), call.who());
        return query;
    }

    private ArrayNode show(List<UUID> ids, ListQuery query, Accountability who) {
        Rows rows = storedRows.get();
        List<ObjectNode> chosen = new ArrayList<>();
        ids.forEach(id -> rows.find(collection().name(), id.toString()).ifPresent(chosen::add));
        return listing.show(collection(), query, chosen, rows, who);
    }

    private List<UUID> ids(JsonNode query, Accountability who) {
        ObjectNode asked = BatchBody.object(query);
        return listing.select(collection(), listing.parse(asked), storedRows.get(), who).stream()
                .map(row -> UUID.fromString(row.path(Collection.ID).textValue()))
                .toList();
    }

    private Collection collection() {
        return editable.collection();
    }
}
