package io.dataflows.engine.ee.store;

import io.dataflows.model.store.FlowEntity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import javax.sql.DataSource;

/** Opens the persistence unit on a datasource that is known at run time only. */
final class PersistenceUnit {

    private static final String NAME = "flows";
    private static final String LOADER = "eclipselink.classloader";

    private PersistenceUnit() {}

    /** With the transactions of the server. */
    static EntityManagerFactory ofServer(DataSource source) {
        return Persistence.createEntityManagerFactory(
                NAME, Map.of(LOADER, loader(), "jakarta.persistence.jtaDataSource", source));
    }

    /** With transactions of its own. */
    static EntityManagerFactory local(DataSource source) {
        return Persistence.createEntityManagerFactory(
                NAME,
                Map.of(
                        LOADER,
                        loader(),
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource",
                        source,
                        "eclipselink.target-server",
                        "None"));
    }

    private static ClassLoader loader() {
        return FlowEntity.class.getClassLoader();
    }
}
