package io.dataflows.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.engine.admit.Admitted;
import io.dataflows.engine.compile.CompiledStep;
import io.dataflows.engine.decide.Choice;
import io.dataflows.engine.decide.Judgement;
import io.dataflows.engine.json.AccountabilityJson;
import io.dataflows.engine.secret.RunSecrets;
import io.dataflows.engine.step.Attempt;
import io.dataflows.engine.step.Capabilities;
import io.dataflows.engine.step.StepExecutor;
import io.dataflows.engine.template.DataBudget;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunReport;
import io.dataflows.model.run.StepRun;
import io.dataflows.model.run.StepStatus;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * THE loop: take the step that is due, have it done, tell the rules its outcome. A run stays on the calling thread
 * until a step waits or works elsewhere; it then goes on, on a thread of its place.
 */
public final class Runner {

    private static final System.Logger LOG = System.getLogger(Runner.class.getName());

    private final StepExecutor executor;
    private final Capabilities capabilities;
    private final RunLimits limits;
    private final JsonNode env;
    private final Clock clock;

    /** @param env the value of {@code $env} in every run */
    public Runner(StepExecutor executor, Capabilities capabilities, RunLimits limits, JsonNode env, Clock clock) {
        this.executor = executor;
        this.capabilities = capabilities;
        this.limits = limits;
        this.env = env;
        this.clock = clock;
    }

    /** The stage is complete on return when no step had to wait; it never fails: a defect ends the run as failed. */
    public CompletionStage<RunReport> run(RunId id, Admitted admitted, RunSecrets secrets, RunPlace place) {
        return start(id, admitted, secrets, place).report();
    }

    /** The same for a run that may have to be stopped. */
    public StartedRun start(RunId id, Admitted admitted, RunSecrets secrets, RunPlace place) {
        FlowObject data = new FlowObject(admitted.trigger(), AccountabilityJson.of(admitted.accountability()), env);
        ActiveRun run = new ActiveRun(
                id, admitted, secrets, place, new DataBudget(limits.maxDataSize()), data, env, clock.instant());
        advance(run, run::begin);
        return new StartedRun(run.report(), fault -> advance(run, () -> run.stop(fault)));
    }

    private void advance(ActiveRun run, Runnable news) {
        synchronized (run) {
            if (run.isEnded()) {
                return;
            }
            try {
                news.run();
                loop(run);
            } catch (RuntimeException | Error defect) {
                // Whoever waits for the run must hear of it, whatever thread this is.
                LOG.log(
                        Level.ERROR,
                        "Run " + run.id() + " ended by a defect.",
                        run.secrets().masked(defect));
                run.stop(defect(run.id()));
            }
            if (run.isOver()) {
                run.end(clock.instant());
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
    }

    private void perform(ActiveRun run, StepInFlight step) {
        CompiledStep compiled = step.step();
        if (!compiled.isInstalled()) {
            end(run, step, StepStatus.UNKNOWN, null, NullNode.getInstance(), unknown(compiled));
            run.follow(run.session().next(compiled.index(), StepStatus.UNKNOWN));
        } else if (compiled.guarded()) {
            JsonNode options = executor.renderForJournal(compiled, run.data(), run.budget());
            Judgement judgement = run.session().judge(compiled.index());
            end(run, step, options, judgement.outcome());
            run.follow(judgement.decision());
        } else {
            settle(run, step, executor.execute(compiled, context(run, step), run.secrets(), run.budget()));
        }
    }

    private RunStepContext context(ActiveRun run, StepInFlight step) {
        return new RunStepContext(run, step.step().definition().key(), clock, capabilities);
    }

    private void settle(ActiveRun run, StepInFlight step, Attempt attempt) {
        Outcome outcome = attempt.outcome();
        if (outcome instanceof Outcome.Suspended suspended) {
            waitUntil(run, step, attempt.options(), suspended);
        } else if (outcome instanceof Outcome.Pending pending) {
            settleLater(run, step, attempt.options(), pending.outcome().toCompletableFuture());
        } else {
            follow(run, step, attempt.options(), outcome);
        }
    }

    /** Work that is done already, such as a call of a flow that didn't wait, needs no other thread. */
    private void settleLater(
            ActiveRun run, StepInFlight step, JsonNode options, CompletableFuture<? extends Outcome> work) {
        if (work.isDone()) {
            Outcome outcome = work.handle((done, defect) -> settled(run, step, done, defect))
                    .join();
            settle(run, step, new Attempt(options, outcome));
            return;
        }
        run.beginWait();
        work.whenComplete((done, defect) ->
                continueElsewhere(run, () -> resume(run, step, options, settled(run, step, done, defect))));
    }

    private Outcome settled(ActiveRun run, StepInFlight step, @Nullable Outcome done, @Nullable Throwable defect) {
        return executor.settled(done, defect, context(run, step), run.secrets());
    }

    private void follow(ActiveRun run, StepInFlight step, JsonNode options, Outcome outcome) {
        StepStatus status = end(run, step, options, KeptOutcome.of(outcome, run.budget()));
        run.follow(run.session().next(step.step().index(), status));
    }

    private void waitUntil(ActiveRun run, StepInFlight step, JsonNode options, Outcome.Suspended suspended) {
        run.beginWait();
        try {
            run.place()
                    .queue()
                    .schedule(untilThen(suspended.until()), () -> resume(run, step, options, suspended.then()));
        } catch (RejectedExecutionException full) {
            run.endWait();
            follow(
                    run,
                    step,
                    options,
                    new Outcome.Rejected(Refusals.overloaded().fault()));
        }
    }

    /** A queue that is full must not leave a run hanging: this thread goes on with it then. */
    private void continueElsewhere(ActiveRun run, Runnable work) {
        try {
            run.place().queue().submit(work);
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

    private static Fault defect(RunId id) {
        return Fault.of(
                ErrorCode.INTERNAL_SERVER_ERROR,
                FaultKind.BUG,
                "An unexpected error occurred. The server's log has it under run " + id + ".");
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
