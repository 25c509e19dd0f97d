package io.dataflows.model.store;

import io.dataflows.model.access.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A role's row. */
@Entity
@Table(name = "df_role")
public class RoleEntity {

    @Id
    private String id;

    private String name;

    @Column(name = "admin_access")
    private boolean admin;

    @Column(name = "app_access")
    private boolean app;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields.
    protected RoleEntity() {}

    public RoleEntity(Role role) {
        this.id = role.id().toString();
        this.name = StoredText.encode(role.name());
        this.admin = role.admin();
        this.app = role.app();
    }

    public Role toRole() {
        return new Role(UUID.fromString(id), StoredText.decode(name), admin, app);
    }
}
