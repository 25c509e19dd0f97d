package io.dataflows.engine.ee.store;

import io.dataflows.engine.ee.naming.LocalNames;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Finds a server's datasource by the name that an administrator gave. */
final class NamedDatasource {

    private NamedDatasource() {}

    /** @throws IllegalStateException when there is no datasource of that name; its message is for administrators */
    static DataSource find(String name) {
        if (!LocalNames.isLocal(name)) {
            throw refused(name, "is not a local JNDI name", null);
        }
        try {
            if (LocalNames.lookup(name) instanceof DataSource source) {
                return source;
            }
            throw refused(name, "is not a datasource", null);
        } catch (NamingException missing) {
            throw refused(name, "does not exist on this server", missing);
        }
    }

    private static IllegalStateException refused(String name, String fact, @Nullable Throwable cause) {
        String hint = " Maybe create it, or set DATASOURCE to the JNDI name of another one.";
        return new IllegalStateException("Datasource (" + name + ") " + fact + "." + hint, cause);
    }
}
