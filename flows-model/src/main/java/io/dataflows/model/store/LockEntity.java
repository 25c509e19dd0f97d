package io.dataflows.model.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row that a transaction updates first, so that others with the same purpose wait for its end. */
@Entity
@Table(name = "df_lock")
public class LockEntity {

    @Id
    private String name;

    /** How often it was taken. */
    private long taken;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields.
    protected LockEntity() {}

    public String name() {
        return name;
    }

    public long taken() {
        return taken;
    }
}
