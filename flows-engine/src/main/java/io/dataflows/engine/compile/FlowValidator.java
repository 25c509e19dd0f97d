package io.dataflows.engine.compile;

import io.dataflows.engine.catalog.OperationCatalog;
import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.error.RecordFaults;
import io.dataflows.model.flow.FlowDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Finds everything that is wrong with a definition, at once. */
public final class FlowValidator {

    private final OperationCatalog catalog;

    public FlowValidator(OperationCatalog catalog) {
        this.catalog = catalog;
    }

    /** Stands for whatever kept a definition from being checked. */
    static FlowProblem unreadable(FlowDefinition flow) {
        String message = "Flow \"" + flow.name() + "\" can't be checked. The server's log has the reason.";
        return new FlowProblem("UNREADABLE", true, null, "", RecordFaults.invalid(message, "operations", "unreadable"));
    }

    /** The blocking problems first. */
    public List<FlowProblem> check(FlowDefinition flow) {
        List<FlowProblem> problems = new ArrayList<>();
        problems.addAll(new LinkRules(flow).check());
        problems.addAll(new CycleRule(flow).check());
        problems.addAll(new WordRules(flow, catalog).check());
        problems.addAll(new OptionRules(flow, catalog).check());
        problems.addAll(new TemplateRules(flow).check());
        problems.addAll(new UrlRules(flow).check());
        return problems;
    }

    /** As {@link #check(FlowDefinition)}, and with what the flows that it calls tell. */
    public List<FlowProblem> check(FlowDefinition flow, Function<UUID, Optional<FlowDefinition>> others) {
        List<FlowProblem> problems = check(flow);
        problems.addAll(new CallRules(flow, others).check());
        return problems;
    }
}
