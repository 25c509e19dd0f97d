package io.dataflows.engine.run;

/** @param maxSteps steps of one run, at most */
public record RunLimits(int maxSteps) {}
