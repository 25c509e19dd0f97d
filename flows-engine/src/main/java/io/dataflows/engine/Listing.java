package io.dataflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.listing.CsvText;
import io.dataflows.engine.listing.ListQueryParser;
import io.dataflows.engine.listing.RowListing;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.query.Rows;
import io.dataflows.model.trigger.Accountability;
import java.time.Clock;
import java.util.List;

/**
 * Answers list calls: which rows, which of their fields, in which order. Everything that a caller may get wrong is told
 * by a {@link io.dataflows.model.error.FlowsException} with INVALID_QUERY, or FORBIDDEN for fields that aren't there.
 */
public final class Listing {
    private final ListQueryParser parser;
    private final int maxDepth;
    private final Clock clock;

    public Listing(ApiLimits limits, Clock clock) {
        this.parser = new ListQueryParser(limits.queryLimitDefault(), limits.queryLimitMax());
        this.maxDepth = limits.maxRelationalDepth();
        this.clock = clock;
    }

    /** @param parameters texts, lists and objects, as a query string or a JSON body gives them; unknown ones pass */
    public ListQuery parse(ObjectNode parameters) {
        return parser.parse(parameters);
    }

    /** Whether {@link #parse} would read any of the parameters. */
    public static boolean reads(ObjectNode parameters) {
        return ListQueryParser.knowsAnyOf(parameters);
    }

    /** Whether {@link #parse} reads a parameter of this name. */
    public static boolean isParameter(String name) {
        return ListQueryParser.knows(name);
    }

    /** Refuses a query that asks for fields that aren't there or in a way that can't be, without touching a row. */
    public void check(Collection collection, ListQuery query, Rows rows, Accountability who) {
        over(rows, who).check(collection, query);
    }

    /** {@code {data, meta?}} of the candidates that the query chooses. */
    public ObjectNode list(
            Collection collection, ListQuery query, List<ObjectNode> candidates, Rows rows, Accountability who) {
        RowListing.Listed listed = over(rows, who).list(collection, query, candidates);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("data", listed.data());
        if (listed.meta() != null) {
            answer.set("meta", listed.meta());
        }
        return answer;
    }

    /** The rows themselves that the query chooses, whole. */
    public List<ObjectNode> select(Collection collection, ListQuery query, Rows rows, Accountability who) {
        return over(rows, who).select(collection, query, rows.all(collection.name()));
    }

    /** Rows that are chosen already, with the fields, and in the order, that the query wants. */
    public ArrayNode show(
            Collection collection, ListQuery query, List<ObjectNode> chosen, Rows rows, Accountability who) {
        return over(rows, who).list(collection, query.ofChosenRows(), chosen).data();
    }

    /** Rows as comma-separated text, the columns' names first. */
    public static String csv(JsonNode rows) {
        return CsvText.write(rows);
    }

    private RowListing over(Rows rows, Accountability who) {
        return RowListing.of(rows, who, clock, maxDepth);
    }
}
