package io.dataflows.model.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person or machine that can sign in.
 *
 * @param email in lower case; unique
 * @param passwordHash argon2id in its text form, or null when the account has no password
 * @param tokenHash SHA-256 of the static token in hex, or null; unique
 * @param status {@code active} may sign in; every other text may not
 */
public record UserAccount(
        UUID id,
        @Nullable String firstName,
        @Nullable String lastName,
        String email,
        @Nullable String passwordHash,
        @Nullable String tokenHash,
        String status,
        @Nullable Role role) {

    public boolean isActive() {
        return status.equals("active");
    }

    @Override
    public String toString() {
        return "UserAccount[id=" + id + ", status=" + status + "]";
    }
}
