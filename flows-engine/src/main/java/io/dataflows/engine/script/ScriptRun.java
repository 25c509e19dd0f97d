package io.dataflows.engine.script;

import io.dataflows.model.operation.Outcome;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** One script on its way: it waits for a thread, runs there, and ends with the first outcome that anybody gives it. */
final class ScriptRun implements Runnable {

    private static final System.Logger LOG = System.getLogger(ScriptRun.class.getName());

    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final ScriptContexts contexts;
    private final ScriptLimits limits;
    private final String code;
    private final ScriptInput input;
    private final ScriptConsole console;
    private final Allocation allocation = new Allocation();
    private final long queuedAt = System.nanoTime();
    private final String name;
    private volatile long startedAt;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Context context;

    /** @param name run and step, for the log */
    ScriptRun(
            ScriptContexts contexts,
            ScriptLimits limits,
            String name,
            String code,
            ScriptInput input,
            ScriptConsole console) {
        this.contexts = contexts;
        this.limits = limits;
        this.name = name;
        this.code = code;
        this.input = input;
        this.console = console;
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    boolean hasStarted() {
        return thread != null;
    }

    /** Whether its thread is free again, or was never needed. */
    boolean isGone() {
        return outcome.isDone() && thread == null;
    }

    /** Nanoseconds since it began to run, or to wait where it didn't. */
    long age() {
        return System.nanoTime() - (hasStarted() ? startedAt : queuedAt);
    }

    /** Bytes that it allocated so far. */
    long allocated() {
        return allocation.bytes();
    }

    @Override
    public void run() {
        if (outcome.isDone()) {
            return;
        }
        allocation.begin();
        startedAt = System.nanoTime();
        thread = Thread.currentThread();
        try {
            outcome.complete(evaluate());
        } finally {
            thread = null;
        }
    }

    /** Gives it this outcome, and ends what still runs. Returns when its thread is out, which may be never. */
    void end(Outcome reason) {
        outcome.complete(reason);
        Context running = context;
        if (running != null) {
            running.close(true);
        }
    }

    /** What its thread is doing, where it doesn't come to an end. */
    void report() {
        Thread stuck = thread;
        if (stuck != null) {
            Throwable place = new Throwable("The script's thread is here.");
            place.setStackTrace(stuck.getStackTrace());
            LOG.log(
                    Level.ERROR,
                    name + ": a script was ended but its thread works on, and is lost until it stops.",
                    place);
        }
    }

    private Outcome evaluate() {
        Context fresh = null;
        try {
            fresh = contexts.fresh();
            context = fresh;
            // Whoever ended the run before there was a context couldn't close it.
            return outcome.isDone() ? ScriptFaults.closed() : evaluate(fresh);
        } catch (PolyglotException stopped) {
            return outcomeOf(stopped);
        } catch (OutOfMemoryError full) {
            return ScriptFaults.outOfMemory(limits.bytes());
        } catch (RuntimeException | Error defect) {
            return defect(defect);
        } finally {
            context = null;
            close(fresh);
        }
    }

    private Outcome evaluate(Context fresh) {
        Value prelude = fresh.eval(contexts.prelude()).execute(console, input.env());
        try {
            fresh.eval(contexts.parsed(code));
        } catch (PolyglotException thrown) {
            return topLevel(prelude, thrown);
        }
        String answer = prelude.execute("start", input.data(), input.aliases(), input.faults())
                .asString();
        // Promise jobs ran when the call returned.
        return ScriptAnswer.read(answer.isEmpty() ? prelude.execute("answer").asString() : answer);
    }

    /** The script didn't get as far as its function. */
    private static Outcome topLevel(Value prelude, PolyglotException thrown) {
        Value guest = thrown.getGuestObject();
        if (!thrown.isGuestException() || guest == null) {
            throw thrown;
        }
        String answer = prelude.execute("reject", guest).asString();
        SourceSection place = thrown.getSourceLocation();
        return thrown.isSyntaxError() && place != null
                ? ScriptAnswer.readSyntaxError(
                        answer, " [script:" + place.getStartLine() + ":" + place.getStartColumn() + "]")
                : ScriptAnswer.read(answer);
    }

    private Outcome outcomeOf(PolyglotException stopped) {
        if (stopped.isCancelled() || stopped.isInterrupted()) {
            return ScriptFaults.timedOut();
        }
        return stopped.isResourceExhausted() ? ScriptFaults.outOfMemory(limits.bytes()) : defect(stopped);
    }

    private Outcome defect(Throwable defect) {
        if (!outcome.isDone()) {
            LOG.log(Level.WARNING, name + ": the script engine failed.", defect);
        }
        return ScriptFaults.defect();
    }

    private static void close(@Nullable Context context) {
        if (context != null) {
            try {
                context.close(true);
            } catch (PolyglotException | IllegalStateException closedByAnother) {
                LOG.log(Level.TRACE, "A context was closed twice.", closedByAnother);
            }
        }
    }
}
