package io.dataflows.engine.access;

import io.dataflows.engine.port.SettingStore;
import io.dataflows.engine.port.UserStore;
import io.dataflows.engine.setting.Settings;
import io.dataflows.model.access.Role;
import io.dataflows.model.access.UserAccount;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sees to it that somebody can sign in: makes the first administrator, and takes over a changed static token. */
public final class FirstAdministrator {
    private static final System.Logger LOG = System.getLogger("io.dataflows");
    private static final String ROLE = "Administrator";

    private final UserStore users;
    private final SettingStore shared;
    private final Settings settings;
    private final Passwords passwords;
    private final Secrets secrets;

    FirstAdministrator(UserStore users, SettingStore shared, Settings settings, Passwords passwords, Secrets secrets) {
        this.users = users;
        this.shared = shared;
        this.settings = settings;
        this.passwords = passwords;
        this.secrets = secrets;
    }

    /** To be called once at each start, before anybody is served. */
    public void ensure() {
        if (!users.hasAdministrator()) {
            create();
        } else {
            settings.text("ADMIN_TOKEN").ifPresent(this::takeOver);
        }
    }

    private void create() {
        Optional<String> chosen = settings.text("ADMIN_PASSWORD");
        String password = chosen.orElseGet(secrets::newPassword);
        users.save(account(role(), passwords.hash(password)));
        if (chosen.isPresent()) {
            LOG.log(Level.INFO, "Administrator {0} created with the password of ADMIN_PASSWORD", email());
        } else {
            LOG.log(Level.INFO, "Administrator {0} created with password {1}", email(), password);
        }
    }

    private UserAccount account(Role role, String passwordHash) {
        Optional<UserAccount> same = users.findByEmail(email());
        // All nodes of a first start agree on the id, so that they can't make two accounts.
        UUID id = same.map(UserAccount::id).orElseGet(() -> sharedId("administrator"));
        String token = settings.text("ADMIN_TOKEN")
                .map(Secrets::hash)
                .filter(hash -> isFree(hash, id))
                .orElse(null);
        return new UserAccount(id, "Admin", "User", email(), passwordHash, token, "active", role);
    }

    private Role role() {
        Role role = users.findRoleByName(ROLE)
                .filter(Role::admin)
                .orElseGet(() -> new Role(sharedId("administrator-role"), ROLE, true, true));
        users.save(role);
        return role;
    }

    private void takeOver(String token) {
        String hash = Secrets.hash(token);
        @Nullable UserAccount account = users.findByEmail(email()).orElse(null);
        if (account == null) {
            LOG.log(Level.WARNING, "ADMIN_TOKEN is passed over: no account has the e-mail address {0}", email());
        } else if (!hash.equals(account.tokenHash()) && isFree(hash, account.id())) {
            users.save(new UserAccount(
                    account.id(),
                    account.firstName(),
                    account.lastName(),
                    account.email(),
                    account.passwordHash(),
                    hash,
                    account.status(),
                    account.role()));
            LOG.log(Level.INFO, "Static token of {0} taken over from ADMIN_TOKEN", email());
        }
    }

    private boolean isFree(String tokenHash, UUID id) {
        boolean free = users.findByTokenHash(tokenHash)
                .map(owner -> owner.id().equals(id))
                .orElse(true);
        if (!free) {
            LOG.log(Level.WARNING, "ADMIN_TOKEN is passed over: another account has the same token");
        }
        return free;
    }

    private UUID sharedId(String name) {
        return UUID.fromString(
                shared.getOrCreate("access." + name, UUID.randomUUID().toString()));
    }

    private String email() {
        return settings.text("ADMIN_EMAIL").orElse("admin@example.com").toLowerCase(Locale.ROOT);
    }
}
