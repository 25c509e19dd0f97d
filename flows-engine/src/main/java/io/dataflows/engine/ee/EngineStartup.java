package io.dataflows.engine.ee;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.Access;
import io.dataflows.engine.FlowEngineBuilder;
import io.dataflows.engine.FlowEngineBuilder.Wired;
import io.dataflows.engine.ItemLibrary;
import io.dataflows.engine.ItemRoom;
import io.dataflows.engine.SchemaLibrary;
import io.dataflows.engine.access.StoredRights;
import io.dataflows.engine.access.StoredRoles;
import io.dataflows.engine.ee.reach.JakartaMailSender;
import io.dataflows.engine.ee.store.Database;
import io.dataflows.engine.ee.store.OwnTransaction;
import io.dataflows.engine.ee.work.ManagedWorkQueue;
import io.dataflows.engine.event.ConnectedHooks;
import io.dataflows.engine.event.HookEvent;
import io.dataflows.engine.items.catalog.CollectionCatalog;
import io.dataflows.engine.items.system.PeopleRules;
import io.dataflows.engine.port.WorkQueue;
import io.dataflows.engine.setting.Settings;
import io.dataflows.model.capability.ItemStore;
import io.dataflows.model.capability.MailSender;
import io.dataflows.model.capability.Roles;
import io.dataflows.model.trigger.Authority;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Opens the database, builds the engine and takes the stored flows over, before the first request comes in. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class EngineStartup {

    private static final Logger LOG = System.getLogger("io.dataflows");

    @Resource
    private @Nullable ManagedExecutorService executor;

    @Resource
    private @Nullable ManagedScheduledExecutorService timer;

    @EJB
    private @Nullable OwnTransaction transaction;

    private @Nullable Settings settings;
    private @Nullable Database database;
    private @Nullable JakartaMailSender mails;
    private @Nullable Wired wired;
    private @Nullable Access access;
    private @Nullable StoredRights rights;
    private @Nullable ItemRoom itemRoom;
    private @Nullable SchemaLibrary schemas;

    @PostConstruct
    void start() {
        Settings read = Settings.ofProcess();
        Database opened = Database.open(read, requireNonNull(transaction));
        database = opened;
        try {
            open(read, opened);
        } catch (RuntimeException failed) {
            // A start that failed is not followed by a stop.
            opened.close();
            throw failed;
        }
    }

    private void open(Settings read, Database opened) {
        Clock clock = Clock.systemUTC();
        WorkQueue queue = new ManagedWorkQueue(requireNonNull(executor), requireNonNull(timer));
        JakartaMailSender sender = new JakartaMailSender(read.mail(), queue, clock);
        StoredRights stored = new StoredRights(opened.policies(), clock);
        ConnectedHooks hooks = new ConnectedHooks();
        Access opener = Access.open(opened.users(), stored, opened.settings(), queue, read, clock, hooks);
        CollectionCatalog catalog = new CollectionCatalog(opened.sql(), clock);
        var rules = PeopleRules.of(opened.policies(), opened.sql(), opener::forget);
        ItemRoom items = ItemRoom.open(opened.sql(), catalog, stored, hooks, rules, opener::hash, read, clock);
        Wired built = new FlowEngineBuilder()
                .settings(read)
                .flows(opened.flows())
                .runs(opened.runs())
                .queue(queue)
                .sql(opened.sql())
                .capability(MailSender.class, sender)
                .capability(Roles.class, new StoredRoles(stored))
                .capability(ItemStore.class, items.store())
                .build();
        hooks.connect(built.hooks());
        settings = read;
        mails = sender;
        wired = built;
        rights = stored;
        access = opener;
        itemRoom = items;
        schemas = new SchemaLibrary(catalog, stored);
        LOG.log(Level.INFO, "Data Flows started; active flows: {0}", built.load());
        built.hooks().after(serverEvent("server.start"));
    }

    @PreDestroy
    void stop() {
        if (wired != null) {
            tellOfStop(wired);
        }
        if (mails != null) {
            mails.close();
        }
        if (wired != null) {
            wired.close();
        }
        if (database != null) {
            database.close();
        }
        LOG.log(Level.INFO, "Data Flows stopped");
    }

    /** Flows that can't be told must not keep anything open. */
    private static void tellOfStop(Wired stopping) {
        try {
            stopping.hooks().after(serverEvent("server.stop"));
        } catch (RuntimeException untold) {
            LOG.log(Level.WARNING, "Flows were not told that the server stops.", untold);
        }
    }

    private static HookEvent serverEvent(String name) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.putObject("server");
        return new HookEvent(name, MissingNode.getInstance(), members, new Authority.Platform(), null);
    }

    public Wired wired() {
        return requireNonNull(wired, "The engine didn't start.");
    }

    public SchemaLibrary schemas() {
        return requireNonNull(schemas, "The engine didn't start.");
    }

    public Access access() {
        return requireNonNull(access, "The engine didn't start.");
    }

    public ItemLibrary items() {
        return requireNonNull(itemRoom, "The engine didn't start.").library();
    }

    public StoredRights rights() {
        return requireNonNull(rights, "The engine didn't start.");
    }

    public Settings settings() {
        return requireNonNull(settings, "The engine didn't start.");
    }
}
