package io.dataflows.engine.run;

/**
 * @param maxSteps steps of one run, at most
 * @param maxDataSize characters of JSON that one run holds, at most
 */
public record RunLimits(int maxSteps, long maxDataSize) {}
