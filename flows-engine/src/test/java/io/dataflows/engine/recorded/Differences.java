package io.dataflows.engine.recorded;

import java.util.Map;
import java.util.Set;

/** Where we answer otherwise than recorded, each with its reason. */
public final class Differences {

    /** Messages of an error named {@code Error} that a library of the recorded product wrote. */
    static final Set<String> FOREIGN_WORDS = Set.of();

    /** Cases that come out otherwise on purpose, by name. */
    public static final Map<String, String> ON_PURPOSE = Map.of();

    private Differences() {}
}
