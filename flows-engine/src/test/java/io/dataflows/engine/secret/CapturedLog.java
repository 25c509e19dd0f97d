package io.dataflows.engine.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged while it is open, at any level, with stack traces. */
public final class CapturedLog extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("io.dataflows");

    private final Level before = ROOT.getLevel();
    private final List<String> lines = new ArrayList<>();

    public CapturedLog() {
        setLevel(Level.ALL);
        ROOT.setLevel(Level.ALL);
        ROOT.addHandler(this);
    }

    @Override
    public synchronized void publish(LogRecord line) {
        lines.add(new SimpleFormatter().format(line));
    }

    public synchronized String text() {
        return String.join("", lines);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        ROOT.setLevel(before);
    }
}
