package io.dataflows.engine.script.depth;

import static java.util.Objects.requireNonNull;

import com.oracle.truffle.api.ContextThreadLocal;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.ExecutionEventNode;
import com.oracle.truffle.api.instrumentation.SourceSectionFilter;
import com.oracle.truffle.api.instrumentation.StandardTags.RootTag;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Instrument;

/**
 * Counts the calls that a script is in, and ends those beyond a bound as a full stack does. A thread whose stack is
 * really full can't be stopped: the very exception that stops it finds no room there and is lost.
 */
@TruffleInstrument.Registration(
        id = CallDepth.ID,
        name = "Call depth",
        version = "1",
        services = CallDepth.Active.class)
public final class CallDepth extends TruffleInstrument {

    static final String ID = "flows-call-depth";

    /** Calls inside each other; one takes about a kilobyte of the thread's stack, seldom more than four. */
    public static final int DEEPEST = 4_000;

    private final ContextThreadLocal<Count> counts = locals.createContextThreadLocal((context, thread) -> new Count());

    /** Tells that it is at work. */
    public static final class Active {}

    private static final class Count {
        private int value;
    }

    /** Makes all contexts of the engine count. */
    public static void limit(Engine engine) {
        Instrument instrument =
                requireNonNull(engine.getInstruments().get(ID), "META-INF/services names no CallDepth.");
        instrument.lookup(Active.class);
    }

    @Override
    protected void onCreate(Env env) {
        env.registerService(new Active());
        SourceSectionFilter calls =
                SourceSectionFilter.newBuilder().tagIs(RootTag.class).build();
        env.getInstrumenter().attachExecutionEventFactory(calls, context -> new Counting(counts));
    }

    /** Without its trace, which would cost more than all the calls. */
    private static final class TooDeep extends StackOverflowError {

        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private static final class Counting extends ExecutionEventNode {

        private final ContextThreadLocal<Count> counts;

        private Counting(ContextThreadLocal<Count> counts) {
            this.counts = counts;
        }

        @Override
        protected void onEnter(VirtualFrame frame) {
            Count count = counts.get();
            count.value++;
            if (count.value > DEEPEST) {
                throw new TooDeep();
            }
            // Calls that all end by a throw pass no other place where a script can be stopped.
            TruffleSafepoint.poll(this);
        }

        @Override
        protected void onReturnValue(VirtualFrame frame, Object result) {
            counts.get().value--;
        }

        @Override
        protected void onReturnExceptional(VirtualFrame frame, Throwable exception) {
            counts.get().value--;
        }

        /** A generator that gives a value leaves; it comes back by {@link #onResume}. */
        @Override
        protected void onYield(VirtualFrame frame, Object value) {
            counts.get().value--;
        }

        @Override
        protected void onResume(VirtualFrame frame) {
            counts.get().value++;
        }
    }
}
