package io.dataflows.model.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.flow.StepDefinition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step's row. */
@Entity
@Table(name = "df_operation")
public class OperationEntity {

    @Id
    private String id;

    private String flow;

    /** Where the step stands in its flow's list, from 0. */
    private int place;

    private @Nullable String name;

    @Column(name = "step_key")
    private String key;

    @Column(name = "kind")
    private String type;

    @Column(name = "position_x")
    private int positionX;

    @Column(name = "position_y")
    private int positionY;

    private @Nullable String options;

    private @Nullable String resolve;

    private @Nullable String reject;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "created_by")
    private @Nullable String createdBy;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields.
    protected OperationEntity() {}

    /** @param options the JSON text of the step's options */
    public OperationEntity(UUID flow, int place, StepDefinition step, @Nullable String options) {
        this.id = step.id().toString();
        this.flow = flow.toString();
        this.place = place;
        this.name = StoredText.encodeOrNull(step.name());
        this.key = StoredText.encode(step.key());
        this.type = StoredText.encode(step.type());
        this.positionX = step.positionX();
        this.positionY = step.positionY();
        this.options = StoredText.encodeOrNull(options);
        this.resolve = Ids.ofNullable(step.resolve());
        this.reject = Ids.ofNullable(step.reject());
        this.createdAt = Micros.of(step.dateCreated());
        this.createdBy = Ids.ofNullable(step.userCreated());
    }

    public String id() {
        return id;
    }

    public String flow() {
        return flow;
    }

    public @Nullable String options() {
        return StoredText.decodeOrNull(options);
    }

    /** @throws IllegalArgumentException when the row holds what no step has */
    public StepDefinition toDefinition(@Nullable JsonNode parsedOptions) {
        return new StepDefinition(
                UUID.fromString(id),
                UUID.fromString(flow),
                StoredText.decodeOrNull(name),
                StoredText.decode(key),
                StoredText.decode(type),
                positionX,
                positionY,
                parsedOptions,
                Ids.toUuidOrNull(resolve),
                Ids.toUuidOrNull(reject),
                Micros.toInstant(createdAt),
                Ids.toUuidOrNull(createdBy));
    }
}
