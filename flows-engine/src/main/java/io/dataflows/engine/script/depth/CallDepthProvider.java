package io.dataflows.engine.script.depth;

import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider;
import java.util.Collection;
import java.util.List;

/** Lets the script engine find {@link CallDepth}. */
@TruffleInstrument.Registration(
        id = CallDepth.ID,
        name = "Call depth",
        version = "1",
        services = CallDepth.Active.class)
public final class CallDepthProvider extends TruffleInstrumentProvider {

    @Override
    protected String getInstrumentClassName() {
        return CallDepth.class.getName();
    }

    @Override
    protected Object create() {
        return new CallDepth();
    }

    @Override
    protected Collection<String> getServicesClassNames() {
        return List.of(CallDepth.Active.class.getName());
    }
}
