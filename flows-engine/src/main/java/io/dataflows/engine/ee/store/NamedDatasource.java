package io.dataflows.engine.ee.store;

import java.util.regex.Pattern;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Finds a server's datasource by the name that an administrator gave. */
final class NamedDatasource {

    /** A name with any other scheme than java would make JNDI ask a foreign server. */
    private static final Pattern LOCAL = Pattern.compile("java:.+|[^:]+");

    private NamedDatasource() {}

    /** @throws IllegalStateException when there is no datasource of that name; its message is for administrators */
    @SuppressWarnings("BanJNDI") // The name is an administrator's, and local.
    static DataSource find(String name) {
        if (!LOCAL.matcher(name).matches()) {
            throw refused(name, "is not a local JNDI name", null);
        }
        try {
            if (new InitialContext().lookup(name) instanceof DataSource source) {
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
