package io.dataflows.engine.script;

import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.operation.Outcome;

/** Rejections that come from the runner, not from the script. */
final class ScriptFaults {

    private ScriptFaults() {}

    static Outcome timedOut() {
        return rejected(error(FaultKind.USER, "Script execution timed out.")
                .withHint("Maybe the script loops. Or raise FLOWS_RUN_SCRIPT_TIMEOUT."));
    }

    /** In the words of a time-out: flows that were written for the recorded product look for them. */
    static Outcome neverSettles() {
        return rejected(error(FaultKind.USER, "Script execution timed out.")
                .withHint("The script's promise never settles. Maybe a call of resolve is missing."));
    }

    static Outcome outOfMemory(long bytes) {
        long megabytes = bytes >> 20;
        return rejected(error(FaultKind.USER, "Script took more memory than it may (" + megabytes + " MB).")
                .withHint("Maybe handle less data at once. Or raise FLOWS_RUN_SCRIPT_MAX_MEMORY."));
    }

    static Outcome overloaded() {
        return new Outcome.Rejected(Refusals.overloaded().fault());
    }

    static Outcome closed() {
        return rejected(error(FaultKind.OPERATIONAL, "Script ended because the server stops."));
    }

    static Outcome defect() {
        return rejected(error(FaultKind.BUG, "Script engine failed. The server's log has more."));
    }

    static Outcome tooDeep() {
        return rejected(Fault.ofPlainError("RangeError", FaultKind.USER, "The result is nested too deep."));
    }

    private static Fault error(FaultKind kind, String message) {
        return Fault.ofPlainError("Error", kind, message);
    }

    private static Outcome rejected(Fault fault) {
        return new Outcome.Rejected(fault);
    }
}
