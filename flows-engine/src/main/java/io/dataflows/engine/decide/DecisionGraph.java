package io.dataflows.engine.decide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flow reduced to what decisions need. Steps are numbered by their place in {@code nodes}.
 *
 * @param name the flow's name: the first part of every rule's name
 * @param first number of the first step, or {@link #NONE}
 */
public record DecisionGraph(String name, int first, List<Node> nodes) {

    /** Stands where a path leads nowhere. */
    public static final int NONE = -1;

    public DecisionGraph {
        nodes = List.copyOf(nodes);
    }

    /**
     * One step.
     *
     * @param name its key, made unique within the graph
     * @param resolve number of the step after success, or {@link #NONE}
     * @param reject number of the step after failure, or {@link #NONE}
     * @param guard set for a step whose outcome the rules themselves find out
     */
    public record Node(String name, int resolve, int reject, @Nullable Guard guard) {}
}
