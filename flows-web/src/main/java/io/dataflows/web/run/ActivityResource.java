package io.dataflows.web.run;

import io.dataflows.model.query.ListQuery;
import io.dataflows.web.security.OfCollection;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Set;

/** Runs that ended, as the activity that clients know. Changes of flows are not recorded here. */
@Path("/activity")
@OfCollection(LogRows.ACTIVITY_NAME)
@Dependent
public class ActivityResource extends LogResource {
    private static final RunLists.Shape SHAPE = new RunLists.Shape(
            LogRows.ACTIVITY,
            LogRows::new,
            Map.ofEntries(
                    Map.entry("id", RunColumn.NUMBER),
                    Map.entry("action", RunColumn.ACTION),
                    Map.entry("collection", RunColumn.COLLECTION),
                    Map.entry("item", RunColumn.FLOW),
                    Map.entry("user", RunColumn.USER),
                    Map.entry("timestamp", RunColumn.STARTED)),
            EndedRuns.STATUSES,
            Set.of("id", "timestamp"),
            false,
            false,
            false);

    @Override
    RunLists.Shape shape() {
        return SHAPE;
    }

    @Override
    RunLists.Shape shapeFor(ListQuery query) {
        boolean followed = query.fields().stream().anyMatch(field -> field.indexOf('.') > 0);
        return followed ? SHAPE.withDocuments() : SHAPE;
    }
}
