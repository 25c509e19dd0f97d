package io.dataflows.model.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A run's document, apart from its columns so that lists of runs need not read it. */
@Entity
@Table(name = "df_run_document")
public class RunDocumentEntity {

    @Id
    private long number;

    private String content;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields.
    protected RunDocumentEntity() {}

    /** @param content the JSON text of the document */
    public RunDocumentEntity(long number, String content) {
        this.number = number;
        this.content = StoredText.encode(content);
    }

    public String content() {
        return StoredText.decode(content);
    }
}
