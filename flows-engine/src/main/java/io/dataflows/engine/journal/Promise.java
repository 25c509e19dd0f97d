package io.dataflows.engine.journal;

import io.dataflows.engine.admit.Admitted;
import io.dataflows.engine.secret.RunSecrets;
import io.dataflows.model.run.RunId;

/** A run that will begin later, on another thread. */
public record Promise(RunId id, Admitted admitted, RunSecrets secrets) {}
