package io.dataflows.web.run;

import io.dataflows.web.security.OfCollection;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Set;

/** Runs that ended and were kept whole, as the revisions that clients know. */
@Path("/revisions")
@OfCollection(LogRows.REVISION_NAME)
@Dependent
public class RevisionResource extends LogResource {
    private static final RunLists.Shape SHAPE = new RunLists.Shape(
            LogRows.REVISION,
            LogRows::new,
            Map.ofEntries(
                    Map.entry("id", RunColumn.NUMBER),
                    Map.entry("activity", RunColumn.NUMBER),
                    Map.entry("activity.id", RunColumn.NUMBER),
                    Map.entry("activity.action", RunColumn.ACTION),
                    Map.entry("activity.collection", RunColumn.COLLECTION),
                    Map.entry("activity.item", RunColumn.FLOW),
                    Map.entry("activity.user", RunColumn.USER),
                    Map.entry("activity.timestamp", RunColumn.STARTED),
                    Map.entry("collection", RunColumn.COLLECTION),
                    Map.entry("item", RunColumn.FLOW)),
            EndedRuns.STATUSES,
            Set.of("id", "activity", "activity.timestamp"),
            false,
            true,
            true);

    @Override
    RunLists.Shape shape() {
        return SHAPE;
    }
}
