package io.dataflows.model.error;

import java.util.List;

/** Carries one or more faults up to a front door's caller. Nothing was changed when it is thrown. */
public final class FlowsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public FlowsException(Fault fault) {
        this(List.of(fault));
    }

    public FlowsException(List<Fault> faults) {
        super(faults.get(0).message());
        this.faults = List.copyOf(faults);
    }

    /** The one fault, or one that collects them all. */
    public Fault fault() {
        return faults.size() == 1 ? faults.get(0) : Fault.ofAll(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    public static FlowsException of(ErrorCode code, String message) {
        return new FlowsException(Fault.of(code, FaultKind.USER, message));
    }
}
