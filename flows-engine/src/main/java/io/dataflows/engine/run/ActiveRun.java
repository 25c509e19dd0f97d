package io.dataflows.engine.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.admit.Admitted;
import io.dataflows.engine.compile.CompiledFlow;
import io.dataflows.engine.decide.Choice;
import io.dataflows.engine.decide.Decision;
import io.dataflows.engine.decide.DecisionSession;
import io.dataflows.engine.secret.RunSecrets;
import io.dataflows.engine.template.DataBudget;
import io.dataflows.model.error.Fault;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunReport;
import io.dataflows.model.run.RunStatus;
import io.dataflows.model.run.StepRun;
import io.dataflows.model.run.StepStatus;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A run on its way: what it has, what comes next, what it waits for. Guarded by its own monitor. */
final class ActiveRun {

    private final RunId id;
    private final Admitted admitted;
    private final RunSecrets secrets;
    private final RunPlace place;
    private final DataBudget budget;
    private final JsonNode env;
    private final Instant startedAt;
    private final FlowObject data;
    private @Nullable DecisionSession session;
    private final CompletableFuture<RunReport> report = new CompletableFuture<>();
    private final List<StepRun> steps = new ArrayList<>();
    private final Deque<Choice> due = new ArrayDeque<>(2);
    private int waiting;
    private @Nullable Fault stopped;
    private String finishRule = "";

    ActiveRun(
            RunId id,
            Admitted admitted,
            RunSecrets secrets,
            RunPlace place,
            DataBudget budget,
            FlowObject data,
            JsonNode env,
            Instant startedAt) {
        this.id = id;
        this.admitted = admitted;
        this.secrets = secrets;
        this.place = place;
        this.budget = budget;
        this.data = data;
        this.env = env;
        this.startedAt = startedAt;
    }

    RunId id() {
        return id;
    }

    Admitted admitted() {
        return admitted;
    }

    CompiledFlow flow() {
        return admitted.flow();
    }

    FlowObject data() {
        return data;
    }

    DecisionSession session() {
        return requireNonNull(session, "The run didn't begin.");
    }

    /** The trigger came in: opens the working memory and asks for the first step. */
    void begin() {
        session = flow().program().open(data, admitted.accountability());
        follow(session().begin());
    }

    boolean isEnded() {
        return report.isDone();
    }

    /** Gives the report to whoever waits for it, even if the working memory can't be closed. */
    void end(Instant finishedAt) {
        try {
            if (session != null) {
                session.close();
            }
        } finally {
            report.complete(toReport(finishedAt));
        }
    }

    CompletableFuture<RunReport> report() {
        return report;
    }

    RunSecrets secrets() {
        return secrets;
    }

    RunPlace place() {
        return place;
    }

    /** What it may still hold. */
    DataBudget budget() {
        return budget;
    }

    int stepCount() {
        return steps.size();
    }

    @Nullable
    Choice takeDue() {
        return due.pollFirst();
    }

    /** A step began to wait or to work elsewhere. */
    void beginWait() {
        waiting++;
    }

    void endWait() {
        waiting--;
    }

    boolean isOver() {
        return due.isEmpty() && waiting == 0;
    }

    /** A step ended: remembers it, and puts its value into the Flow Object. */
    void record(StepRun step) {
        steps.add(step);
        data.record(step.key(), step.output());
    }

    void follow(Decision decision) {
        if (decision instanceof Decision.Next next) {
            due.addAll(next.choices());
        } else if (decision instanceof Decision.Finish finish) {
            finishRule = finish.rule();
        }
    }

    /** Ends the run before its time; whatever it waits for comes too late. */
    void stop(Fault fault) {
        stopped = fault;
        due.clear();
        waiting = 0;
    }

    private RunReport toReport(Instant finishedAt) {
        Fault fault = fault();
        return new RunReport(
                id,
                flow().version(),
                flow().trigger().kind(),
                flow().journal(),
                status(fault),
                startedAt,
                finishedAt,
                admitted.accountability(),
                admitted.trigger(),
                env,
                steps,
                data,
                fault,
                stopped != null,
                finishRule);
    }

    private RunStatus status(@Nullable Fault fault) {
        if (fault != null) {
            return RunStatus.FAILED;
        }
        boolean handled = steps.stream().anyMatch(step -> step.status() == StepStatus.REJECT);
        return handled ? RunStatus.SUCCEEDED_HANDLED : RunStatus.SUCCEEDED;
    }

    private @Nullable Fault fault() {
        if (stopped != null || steps.isEmpty()) {
            return stopped;
        }
        StepRun last = steps.get(steps.size() - 1);
        return last.status() == StepStatus.RESOLVE ? null : requireNonNull(last.fault());
    }
}
