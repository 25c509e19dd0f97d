package io.dataflows.engine.ee.work;

import java.lang.System.Logger.Level;

/** Work whose failure nobody waits for: the server's log hears of it. */
record Reported(Runnable work) implements Runnable {

    private static final System.Logger LOG = System.getLogger(Reported.class.getName());

    @Override
    public void run() {
        try {
            work.run();
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.ERROR, "Work in the background failed.", failure);
            throw failure;
        }
    }
}
