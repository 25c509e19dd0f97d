package io.dataflows.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.engine.admit.Admitted;
import io.dataflows.engine.compile.CompiledStep;
import io.dataflows.engine.decide.Choice;
import io.dataflows.engine.decide.Judgement;
import io.dataflows.engine.json.AccountabilityJson;
import io.dataflows.engine.port.WorkQueue;
import io.dataflows.engine.step.Attempt;
import io.dataflows.engine.step.Capabilities;
import io.dataflows.engine.step.StepExecutor;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunReport;
import io.dataflows.model.run.StepRun;
import io.dataflows.model.run.StepStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * THE loop: take the step that is due, have it done, tell the rules its outcome. A run stays on the calling thread
 * until a step waits or works elsewhere; it then goes on, on a thread of the work queue.
 */
public final class Runner {

    private final StepExecutor executor;
    private final Capabilities capabilities;
    private final WorkQueue queue;
    private final RunLimits limits;
    private final JsonNode env;
    private final Clock clock;

    /** @param env the value of {@code $env} in every run */
    public Runner(
            StepExecutor executor,
            Capabilities capabilities,
            WorkQueue queue,
            RunLimits limits,
            JsonNode env,
            Clock clock) {
        this.executor = executor;
        this.capabilities = capabilities;
        this.queue = queue;
        this.limits = limits;
        this.env = env;
        this.clock = clock;
    }

    /** The stage is complete on return when no step had to wait; it fails only by a defect of the engine. */
    public CompletionStage<RunReport> run(RunId id, Admitted admitted) {
        FlowObject data = new FlowObject(admitted.trigger(), AccountabilityJson.of(admitted.accountability()), env);
        ActiveRun run = new ActiveRun(id, admitted, data, env, clock.instant());
        advance(run, () -> run.follow(run.session().begin()));
        return run.report();
    }

    private void advance(ActiveRun run, Runnable news) {
        synchronized (run) {
            try {
                news.run();
                loop(run);
            } catch (RuntimeException | Error defect) {
                // Whoever waits for the run must hear of it, whatever thread this is.
                run.report().completeExceptionally(defect);
                run.session().close();
            }
        }
    }

    private void loop(ActiveRun run) {
        for (Choice choice = run.takeDue(); choice != null; choice = run.takeDue()) {
            if (run.stepCount() >= limits.maxSteps()) {
                run.stop(tooManySteps());
            } else {
                perform(run, new StepInFlight(run.flow().steps().get(choice.step()), choice.rule(), clock.instant()));
            }
        }
        if (run.isOver()) {
            run.session().close();
            run.report().complete(run.toReport(clock.instant()));
        }
    }

    private void perform(ActiveRun run, StepInFlight step) {
        CompiledStep compiled = step.step();
        if (!compiled.isInstalled()) {
            end(run, step, StepStatus.UNKNOWN, null, NullNode.getInstance(), unknown(compiled));
            run.follow(run.session().next(compiled.index(), StepStatus.UNKNOWN));
        } else if (compiled.guarded()) {
            JsonNode options = executor.renderForJournal(compiled, run.data());
            Judgement judgement = run.session().judge(compiled.index());
            end(run, step, options, judgement.outcome());
            run.follow(judgement.decision());
        } else {
            var context = new RunStepContext(run, compiled.definition().key(), clock, capabilities);
            settle(run, step, executor.execute(compiled, context));
        }
    }

    private void settle(ActiveRun run, StepInFlight step, Attempt attempt) {
        Outcome outcome = attempt.outcome();
        if (outcome instanceof Outcome.Suspended suspended) {
            run.beginWait();
            queue.schedule(untilThen(suspended.until()), () -> resume(run, step, attempt.options(), suspended.then()));
        } else if (outcome instanceof Outcome.Pending pending) {
            run.beginWait();
            pending.outcome()
                    .whenComplete((done, defect) -> continueElsewhere(
                            () -> resume(run, step, attempt.options(), defect == null ? done : rejected(defect))));
        } else {
            StepStatus status = end(run, step, attempt.options(), outcome);
            run.follow(run.session().next(step.step().index(), status));
        }
    }

    /** A queue that is full must not leave a run hanging: this thread goes on with it then. */
    private void continueElsewhere(Runnable work) {
        try {
            queue.submit(work);
        } catch (RejectedExecutionException full) {
            work.run();
        }
    }

    private void resume(ActiveRun run, StepInFlight step, JsonNode options, Outcome outcome) {
        advance(run, () -> {
            run.endWait();
            settle(run, step, new Attempt(options, outcome));
        });
    }

    private StepStatus end(ActiveRun run, StepInFlight step, JsonNode options, Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            end(run, step, StepStatus.REJECT, options, rejected.fault().value(), rejected.fault());
            return StepStatus.REJECT;
        }
        end(run, step, StepStatus.RESOLVE, options, ((Outcome.Resolved) outcome).value(), null);
        return StepStatus.RESOLVE;
    }

    private void end(
            ActiveRun run,
            StepInFlight step,
            StepStatus status,
            @Nullable JsonNode options,
            JsonNode output,
            @Nullable Fault fault) {
        var definition = step.step().definition();
        Duration duration = Duration.between(step.startedAt(), clock.instant());
        run.record(new StepRun(
                definition.id(),
                definition.key(),
                definition.type(),
                status,
                options,
                output,
                fault,
                step.rule(),
                step.startedAt(),
                duration,
                1));
    }

    private Duration untilThen(Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Outcome rejected(Throwable defect) {
        return new Outcome.Rejected(StepExecutor.faultOf(defect));
    }

    private static Fault unknown(CompiledStep step) {
        return Fault.of(
                ErrorCode.OPERATION_UNKNOWN,
                FaultKind.USER,
                "Operation type (" + step.definition().type() + ") of step \""
                        + step.definition().key() + "\" isn't installed.");
    }

    private Fault tooManySteps() {
        return Fault.of(
                ErrorCode.FLOW_STEPS_EXCEEDED,
                FaultKind.USER,
                "The run has more than " + limits.maxSteps() + " steps. Maybe raise FLOWS_MAX_STEPS.");
    }
}
