package io.dataflows.model.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A flow's row, without its steps. */
@Entity
@Table(name = "df_flow")
public class FlowEntity {

    @Id
    private String id;

    private String name;

    private @Nullable String icon;

    private @Nullable String color;

    private @Nullable String description;

    private String status;

    @Column(name = "trigger_kind")
    private @Nullable String trigger;

    private @Nullable String accountability;

    private @Nullable String options;

    @Column(name = "first_operation")
    private @Nullable String firstOperation;

    private @Nullable String folder;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "created_by")
    private @Nullable String createdBy;

    private long revision;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields.
    protected FlowEntity() {}

    /** @param options the JSON text of the flow's options */
    public FlowEntity(FlowDefinition flow, @Nullable String options) {
        this.id = flow.id().toString();
        this.name = StoredText.encode(flow.name());
        this.icon = StoredText.encodeOrNull(flow.icon());
        this.color = StoredText.encodeOrNull(flow.color());
        this.description = StoredText.encodeOrNull(flow.description());
        this.status = StoredText.encode(flow.status());
        this.trigger = StoredText.encodeOrNull(flow.trigger());
        this.accountability = StoredText.encodeOrNull(flow.accountability());
        this.options = StoredText.encodeOrNull(options);
        this.firstOperation = Ids.ofNullable(flow.operation());
        this.folder = Ids.ofNullable(flow.folder());
        this.createdAt = Micros.of(flow.dateCreated());
        this.createdBy = Ids.ofNullable(flow.userCreated());
        this.revision = flow.revision();
    }

    public String id() {
        return id;
    }

    public @Nullable String options() {
        return StoredText.decodeOrNull(options);
    }

    /** @throws IllegalArgumentException when the row holds what no flow has */
    public FlowDefinition toDefinition(@Nullable JsonNode parsedOptions, List<StepDefinition> steps) {
        return new FlowDefinition(
                UUID.fromString(id),
                StoredText.decode(name),
                StoredText.decodeOrNull(icon),
                StoredText.decodeOrNull(color),
                StoredText.decodeOrNull(description),
                StoredText.decode(status),
                StoredText.decodeOrNull(trigger),
                StoredText.decodeOrNull(accountability),
                parsedOptions,
                Ids.toUuidOrNull(firstOperation),
                Ids.toUuidOrNull(folder),
                Micros.toInstant(createdAt),
                Ids.toUuidOrNull(createdBy),
                revision,
                steps);
    }
}
