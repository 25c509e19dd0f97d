package io.dataflows.model.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A value that all nodes share. */
@Entity
@Table(name = "df_setting")
public class SettingEntity {

    @Id
    private String name;

    private String content;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields.
    protected SettingEntity() {}

    public SettingEntity(String name, String content) {
        this.name = name;
        this.content = StoredText.encode(content);
    }

    public String content() {
        return StoredText.decode(content);
    }
}
