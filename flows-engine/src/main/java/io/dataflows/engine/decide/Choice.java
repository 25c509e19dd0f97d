package io.dataflows.engine.decide;

/**
 * A step that comes next.
 *
 * @param step its number in the graph
 * @param rule name of the rule that chose it
 */
public record Choice(int step, String rule) {}
