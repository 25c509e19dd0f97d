package io.dataflows.engine.decide;

import io.dataflows.model.operation.Outcome;

/**
 * What the rules found out about a condition, and what follows from it.
 *
 * @param rule name of the rule that fired for the condition itself
 */
public record Judgement(Outcome outcome, String rule, Decision decision) {}
