package io.dataflows.model.store;

import io.dataflows.model.access.UserAccount;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account's row. */
@Entity
@Table(name = "df_user")
public class UserEntity {

    @Id
    private String id;

    @Column(name = "first_name")
    private @Nullable String firstName;

    @Column(name = "last_name")
    private @Nullable String lastName;

    private String email;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "token_hash")
    private @Nullable String tokenHash;

    private String status;

    @ManyToOne
    @JoinColumn(name = "role")
    private @Nullable RoleEntity role;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields.
    protected UserEntity() {}

    /** @param role the row of the account's role */
    public UserEntity(UserAccount user, @Nullable RoleEntity role) {
        this.id = user.id().toString();
        this.firstName = StoredText.encodeOrNull(user.firstName());
        this.lastName = StoredText.encodeOrNull(user.lastName());
        this.email = StoredText.encode(user.email());
        this.passwordHash = user.passwordHash();
        this.tokenHash = user.tokenHash();
        this.status = StoredText.encode(user.status());
        this.role = role;
    }

    public UserAccount toAccount() {
        return new UserAccount(
                UUID.fromString(id),
                StoredText.decodeOrNull(firstName),
                StoredText.decodeOrNull(lastName),
                StoredText.decode(email),
                passwordHash,
                tokenHash,
                StoredText.decode(status),
                role == null ? null : role.toRole());
    }
}
