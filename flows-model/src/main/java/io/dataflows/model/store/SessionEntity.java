package io.dataflows.model.store;

import io.dataflows.model.access.Session;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A session's row. */
@Entity
@Table(name = "df_session")
public class SessionEntity {

    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "account")
    private String user;

    @Column(name = "expires_at")
    private long expiresAt;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields.
    protected SessionEntity() {}

    public SessionEntity(Session session) {
        this.tokenHash = session.tokenHash();
        this.user = session.user().toString();
        this.expiresAt = Micros.of(session.expires());
    }

    public Session toSession() {
        return new Session(tokenHash, UUID.fromString(user), Micros.toInstant(expiresAt));
    }
}
