package io.dataflows.engine.ee.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads rows one by one, so that a broken one can't hide the others. */
final class Rows {

    private static final Logger LOG = System.getLogger(Rows.class.getName());

    private Rows() {}

    /** What {@code reading} gives; empty, and logged, when the row holds what can't be read. */
    static <T> Optional<T> read(String table, Object id, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException broken) {
            LOG.log(Level.ERROR, "Row (" + id + ") of table " + table + " can't be read and is left out.", broken);
            return Optional.empty();
        }
    }
}
