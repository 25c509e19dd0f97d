package io.dataflows.engine.ee.naming;

import java.util.regex.Pattern;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** JNDI names of this server. */
public final class LocalNames {

    /** A name with any other scheme than java would make JNDI ask a foreign server. */
    private static final Pattern LOCAL = Pattern.compile("java:.+|[^:]+");

    private LocalNames() {}

    public static boolean isLocal(String name) {
        return LOCAL.matcher(name).matches();
    }

    /**
     * @throws NamingException when there is nothing of that name
     * @throws IllegalArgumentException when the name isn't local
     */
    @SuppressWarnings("BanJNDI") // The name is an administrator's, and local.
    public static Object lookup(String name) throws NamingException {
        if (!isLocal(name)) {
            throw new IllegalArgumentException("Name (" + name + ") is not a local JNDI name.");
        }
        return new InitialContext().lookup(name);
    }
}
