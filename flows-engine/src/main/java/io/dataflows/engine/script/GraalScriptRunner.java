package io.dataflows.engine.script;

import io.dataflows.model.capability.FlowLog;
import io.dataflows.model.capability.Script;
import io.dataflows.model.capability.ScriptRunner;
import io.dataflows.model.operation.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts with GraalJS, on threads of its own: these have a stack that is deep enough, the server's threads are free
 * while a long script runs, and where a script can't be stopped only such a thread is lost.
 */
public final class GraalScriptRunner implements ScriptRunner, AutoCloseable {

    /** How long the calling thread waits for a script: most end meanwhile, and the run needs no other thread then. */
    private static final long PATIENCE_MILLIS = 100;

    private static final int MOST_WAITING = 1_000;
    private static final long STACK = 32L << 20;
    private static final long IDLE_SECONDS = 10;

    private final ScriptLimits limits;
    private final FlowLog log;
    private final ThreadPoolExecutor threads;
    private @Nullable Opened opened;
    private boolean closed;

    public GraalScriptRunner(ScriptLimits limits, FlowLog log) {
        this.limits = limits;
        this.log = log;
        this.threads = new ThreadPoolExecutor(
                limits.atOnce(),
                limits.atOnce(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                GraalScriptRunner::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public CompletionStage<Outcome> run(Script script) {
        Opened open = opened();
        return open == null ? CompletableFuture.completedFuture(ScriptFaults.closed()) : run(script, open);
    }

    private CompletionStage<Outcome> run(Script script, Opened open) {
        ScriptRun run = new ScriptRun(
                open.contexts(),
                limits,
                "Run " + script.run() + ", " + script.stepKey(),
                script.code(),
                ScriptInput.of(script.data()),
                new ScriptConsole(log, script));
        open.watchdog().add(run);
        try {
            threads.execute(run);
        } catch (RejectedExecutionException full) {
            run.outcome().complete(ScriptFaults.overloaded());
        }
        return waitBriefly(run, open.watchdog());
    }

    private static CompletionStage<Outcome> waitBriefly(ScriptRun run, Watchdog watchdog) {
        CompletableFuture<Outcome> outcome = run.outcome();
        try {
            outcome.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            watchdog.remove(run);
        } catch (TimeoutException longer) {
            outcome.whenComplete((done, never) -> watchdog.remove(run));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        return outcome;
    }

    /** Opened by the first script: a server without scripts doesn't pay for it. Null after the end. */
    private synchronized @Nullable Opened opened() {
        if (opened == null && !closed) {
            opened = new Opened(ScriptContexts.open(limits), new Watchdog(limits));
        }
        return closed ? null : opened;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "flows-script", STACK);
        thread.setDaemon(true);
        thread.setContextClassLoader(GraalScriptRunner.class.getClassLoader());
        return thread;
    }

    /** Ends all scripts, and the threads. */
    @Override
    public synchronized void close() {
        closed = true;
        threads.shutdownNow();
        if (opened != null) {
            opened.watchdog().close();
            opened.contexts().close();
        }
    }

    private record Opened(ScriptContexts contexts, Watchdog watchdog) {}
}
