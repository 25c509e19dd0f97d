package io.dataflows.engine.decide;

/** Makes programs of graphs. */
public interface Decider {

    /** Takes milliseconds; the program is kept and used for every run of the flow version. */
    DecisionProgram compile(DecisionGraph graph);
}
