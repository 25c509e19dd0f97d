package io.dataflows.model.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.flow.JournalPolicy;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.run.RunStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run's row: the searchable columns, without the document. */
@Entity
@Table(name = "df_run")
public class RunEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "df_run_number")
    @SequenceGenerator(name = "df_run_number", sequenceName = "df_run_number", allocationSize = 50)
    private long number;

    private String id;

    private String flow;

    @Column(name = "flow_revision")
    private long flowRevision;

    @Column(name = "trigger_kind")
    private String triggerKind;

    private String journal;

    private String status;

    @Column(name = "started_at")
    private long startedAt;

    @Column(name = "finished_at")
    private @Nullable Long finishedAt;

    @Column(name = "caller")
    private @Nullable String user;

    private @Nullable String ip;

    @Column(name = "user_agent")
    private @Nullable String userAgent;

    private @Nullable String origin;

    private int steps;

    @Column(name = "failed_step")
    private @Nullable String failedStep;

    private @Nullable String error;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields.
    protected RunEntity() {}

    public RunEntity(RunRecord run) {
        this.number = run.number();
        this.id = run.id().toString();
        this.flow = run.flow().toString();
        this.flowRevision = run.flowRevision();
        this.triggerKind = StoredText.encode(run.triggerKind());
        this.journal = run.journal().name();
        this.status = run.status().text();
        this.startedAt = Micros.of(run.startedAt());
        this.finishedAt = Micros.ofNullable(run.finishedAt());
        this.user = Ids.ofNullable(run.user());
        this.ip = StoredText.encodeOrNull(run.ip());
        this.userAgent = StoredText.encodeOrNull(run.userAgent());
        this.origin = StoredText.encodeOrNull(run.origin());
        this.steps = run.steps();
        this.failedStep = StoredText.encodeOrNull(run.failedStep());
        this.error = StoredText.encodeOrNull(run.error());
    }

    /** 0 until the entity is persisted. */
    public long number() {
        return number;
    }

    /** @throws IllegalArgumentException when the row holds what no run has */
    public RunRecord toRecord(@Nullable JsonNode document) {
        return new RunRecord(
                new RunId(UUID.fromString(id)),
                number,
                UUID.fromString(flow),
                flowRevision,
                StoredText.decode(triggerKind),
                JournalPolicy.valueOf(journal),
                RunStatus.of(status),
                Micros.toInstant(startedAt),
                Micros.toInstantOrNull(finishedAt),
                Ids.toUuidOrNull(user),
                StoredText.decodeOrNull(ip),
                StoredText.decodeOrNull(userAgent),
                StoredText.decodeOrNull(origin),
                steps,
                StoredText.decodeOrNull(failedStep),
                StoredText.decodeOrNull(error),
                document);
    }
}
