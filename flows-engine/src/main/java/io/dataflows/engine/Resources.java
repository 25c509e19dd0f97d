package io.dataflows.engine;

import java.lang.System.Logger.Level;
import java.util.List;

/** What an engine opened and must close. */
final class Resources {

    private static final System.Logger LOG = System.getLogger(Resources.class.getName());

    private Resources() {}

    /** Closes all, the last one first; one that can't be closed doesn't keep the others open. */
    static void closeAll(List<AutoCloseable> resources) {
        for (int index = resources.size() - 1; index >= 0; index--) {
            close(resources.get(index));
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception failed) {
            LOG.log(Level.WARNING, "Resource " + resource + " could not be closed.", failed);
        }
    }
}
