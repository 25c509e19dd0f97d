package io.dataflows.engine.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.catalog.InstalledOperation;
import io.dataflows.engine.catalog.OperationCatalog;
import io.dataflows.engine.compile.CompiledStep;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.secret.KnownSecrets;
import io.dataflows.engine.secret.RunSecrets;
import io.dataflows.engine.step.Attempt;
import io.dataflows.engine.step.Capabilities;
import io.dataflows.engine.step.StepExecutor;
import io.dataflows.engine.template.DataBudget;
import io.dataflows.engine.template.Template;
import io.dataflows.model.flow.FlowVersion;
import io.dataflows.model.flow.StepDefinition;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.StepContext;
import io.dataflows.model.run.Concealment;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.run.RunId;
import io.dataflows.model.trigger.Authority;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One operation, without a flow around it. */
public final class LoneStep {

    private static final UUID ID = new UUID(0, 7);
    private static final long BUDGET = 100_000_000;

    private final InstalledOperation<?> operation;
    private final FlowObject data;
    private final Capabilities capabilities;
    private final List<Class<?>> asked = new ArrayList<>();

    /** On a server that has no capability at all. */
    public LoneStep(Operation<?> operation, FlowObject data) {
        this(operation, data, Capabilities.none());
    }

    public LoneStep(Operation<?> operation, FlowObject data, Capabilities capabilities) {
        this.operation = new OperationCatalog(List.of(operation))
                .find(operation
                        .getClass()
                        .getAnnotation(io.dataflows.model.operation.OperationInfo.class)
                        .id())
                .orElseThrow();
        this.data = data;
        this.capabilities = capabilities;
    }

    public InstalledOperation<?> operation() {
        return operation;
    }

    /** The capabilities that were asked for. */
    public List<Class<?>> asked() {
        return asked;
    }

    /** The options with their templates replaced. */
    public JsonNode render(JsonNode options) {
        return Template.compile(options).render(data, new DataBudget(BUDGET));
    }

    /** As a step of a flow: templates are replaced, and whatever goes wrong becomes a rejection. */
    public Attempt execute(JsonNode options) {
        var definition = new StepDefinition(
                ID, ID, null, "step", operation.id(), 1, 1, options, null, null, new FakeClock().instant(), null);
        var step = new CompiledStep(0, definition, operation, Template.compile(options), options, false);
        RunSecrets secrets = KnownSecrets.of(Json.object(), List.of()).ofRun(Json.object(), null);
        return new StepExecutor().execute(step, context(), secrets, new DataBudget(BUDGET));
    }

    public StepContext context() {
        return new Context(data, capabilities, asked);
    }

    private record Context(FlowObject data, Capabilities capabilities, List<Class<?>> asked) implements StepContext {

        @Override
        public RunId runId() {
            return new RunId(ID);
        }

        @Override
        public FlowVersion version() {
            return new FlowVersion(ID, 1);
        }

        @Override
        public String stepKey() {
            return "step";
        }

        @Override
        public Authority authority() {
            return new Authority.Caller(FlowVerifier.ADMIN);
        }

        @Override
        public Clock clock() {
            return new FakeClock();
        }

        @Override
        public Concealment concealment() {
            return KnownSecrets.of(Json.object(), List.of()).ofRun(Json.object(), null);
        }

        @Override
        public <C> C capability(Class<C> type) {
            asked.add(type);
            return capabilities.get(type);
        }
    }
}
