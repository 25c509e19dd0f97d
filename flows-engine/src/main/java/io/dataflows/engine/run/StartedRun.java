package io.dataflows.engine.run;

import io.dataflows.model.error.Fault;
import io.dataflows.model.run.RunReport;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A run that was begun.
 *
 * @param report never fails
 * @param stop ends the run before its time; whatever it waits for comes too late. Does nothing when it has ended
 */
public record StartedRun(CompletionStage<RunReport> report, Consumer<Fault> stop) {}
