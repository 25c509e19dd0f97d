package io.dataflows.engine.access;

import io.dataflows.engine.port.SettingStore;
import io.dataflows.engine.port.UserStore;
import io.dataflows.engine.setting.Settings;
import java.security.SecureRandom;
import java.time.Clock;

/** The parts of this room, wired. */
public record AccessRoom(
        Passwords passwords, Authentication authentication, SignIn signIn, FirstAdministrator firstAdministrator) {
    /** Reads the shared signing secret, or makes it up: needs the stores to be there. */
    public static AccessRoom open(
            UserStore users, StoredRights rights, SettingStore shared, Settings settings, Clock clock) {
        Secrets secrets = new Secrets(new SecureRandom());
        Passwords passwords = new Passwords();
        AccessTokens tokens = new AccessTokens(
                settings.text("SECRET").orElseGet(() -> shared.getOrCreate("access.secret", secrets.newToken())),
                clock);
        SignIn.Lifetimes lifetimes = new SignIn.Lifetimes(
                settings.accessTokenTtl(), settings.refreshTokenTtl(), settings.sessionCookieTtl());
        return new AccessRoom(
                passwords,
                new Authentication(users, rights, tokens, clock),
                new SignIn(users, passwords, tokens, secrets, lifetimes, clock),
                new FirstAdministrator(users, shared, settings, passwords, secrets));
    }
}
