package io.dataflows.model.store;

import jakarta.transaction.TransactionManager;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.persistence.platform.server.ServerPlatformBase;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.eclipse.persistence.sessions.ExternalTransactionController;
import org.eclipse.persistence.transaction.JTATransactionController;

/** Tells EclipseLink where a server keeps its transactions; its own detection knows Payara, but not WildFly. */
public final class PortablePlatform extends ServerPlatformBase {

    private static final String WILDFLY = "java:jboss/TransactionManager";
    private static final String PAYARA = "java:appserver/TransactionManager";

    public PortablePlatform(DatabaseSession session) {
        super(session);
    }

    @Override
    public Class<? extends ExternalTransactionController> getExternalTransactionControllerClass() {
        return Transactions.class;
    }

    @SuppressWarnings("BanJNDI") // The names are constants.
    private static TransactionManager transactionManager() throws NamingException {
        InitialContext names = new InitialContext();
        try {
            return (TransactionManager) names.lookup(WILDFLY);
        } catch (NamingException notWildFly) {
            try {
                return (TransactionManager) names.lookup(PAYARA);
            } catch (NamingException notPayara) {
                notPayara.addSuppressed(notWildFly);
                throw notPayara;
            }
        }
    }

    /** Takes the transaction manager from the name that the server gives it. */
    public static final class Transactions extends JTATransactionController {

        @Override
        protected TransactionManager acquireTransactionManager() throws NamingException {
            return PortablePlatform.transactionManager();
        }
    }
}
