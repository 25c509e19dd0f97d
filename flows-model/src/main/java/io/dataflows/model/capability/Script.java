package io.dataflows.model.capability;

import io.dataflows.model.run.Concealment;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.run.RunId;

/**
 * A script of a flow's author, and what it is to read.
 *
 * @param run the run that it belongs to, for the log
 * @param stepKey the step that it is
 * @param code JavaScript text that sets {@code module.exports} to a function
 * @param secrets masks the lines that the script writes to the log
 * @param data the function gets a deep copy of it; it isn't read after the runner's call has returned
 */
public record Script(RunId run, String stepKey, String code, Concealment secrets, FlowObject data) {}
