package io.dataflows.engine.script;

import io.dataflows.model.capability.FlowLog;
import io.dataflows.model.capability.Script;
import java.lang.System.Logger.Level;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** What a script writes to its console goes to the server's log, masked, up to a number of lines. */
final class ScriptConsole implements ProxyExecutable {

    private static final int MOST_LINES = 100;

    private final FlowLog log;
    private final Script script;
    private int lines;

    ScriptConsole(FlowLog log, Script script) {
        this.log = log;
        this.script = script;
    }

    /** Takes the name of a level and a line. */
    @Override
    public Object execute(Value... arguments) {
        lines++;
        if (lines <= MOST_LINES) {
            write(Level.valueOf(arguments[0].asString()), script.secrets().mask(arguments[1].asString()));
        } else if (lines == MOST_LINES + 1) {
            write(Level.WARNING, "The script wrote more than " + MOST_LINES + " lines; the rest is left out.");
        }
        return true;
    }

    private void write(Level level, String line) {
        log.write(level, script.run(), script.stepKey(), line);
    }
}
