package io.dataflows.engine.ee.store;

import io.dataflows.engine.port.FlowStore;
import io.dataflows.engine.port.PolicyStore;
import io.dataflows.engine.port.RunStore;
import io.dataflows.engine.port.SettingStore;
import io.dataflows.engine.port.UserStore;
import io.dataflows.engine.setting.Settings;
import io.dataflows.engine.sql.Sql;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;

/** The stores on one database, whose tables are up to date. Open it once, and close it when the application stops. */
public final class Database implements AutoCloseable {

    private final EntityManagerFactory factory;
    private final FlowStore flows;
    private final RunStore runs;
    private final UserStore users;
    private final SettingStore settings;
    private final PolicyStore policies;
    private final Sql sql;

    private Database(EntityManagerFactory factory, Transactions transactions, Sql sql) {
        this.factory = factory;
        this.sql = sql;
        this.policies = new SqlPolicyStore(sql);
        this.flows = new JpaFlowStore(transactions);
        this.runs = new JpaRunStore(transactions);
        this.users = new JpaUserStore(transactions);
        this.settings = new JpaSettingStore(transactions);
    }

    /**
     * The database behind the datasource that the settings name, inside a server. Call it without an open transaction,
     * on a thread that sees the application's names.
     *
     * @throws IllegalStateException when the datasource is missing or its tables can't be used; the message is for
     *     administrators
     */
    public static Database open(Settings settings, OwnTransaction transaction) {
        DataSource source = NamedDatasource.find(settings.datasource());
        Migrations.run(source);
        EntityManagerFactory factory = PersistenceUnit.ofServer(source);
        return new Database(factory, new JtaTransactions(factory, transaction), new JtaSql(transaction, source));
    }

    /**
     * The database behind a datasource of no server, for tests and embedding.
     *
     * @throws IllegalStateException when the tables can't be used
     */
    public static Database open(DataSource source) {
        Migrations.run(source);
        EntityManagerFactory factory = PersistenceUnit.local(source);
        LocalTransactions transactions = new LocalTransactions(factory);
        return new Database(factory, transactions, new LocalSql(transactions, source));
    }

    public FlowStore flows() {
        return flows;
    }

    public RunStore runs() {
        return runs;
    }

    public UserStore users() {
        return users;
    }

    public PolicyStore policies() {
        return policies;
    }

    public SettingStore settings() {
        return settings;
    }

    /** Connections in the calling thread's transaction. */
    public Sql sql() {
        return sql;
    }

    @Override
    public void close() {
        factory.close();
    }
}
