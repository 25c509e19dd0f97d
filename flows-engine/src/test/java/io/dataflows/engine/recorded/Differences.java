package io.dataflows.engine.recorded;

import java.util.Map;
import java.util.Set;

/** Where we answer otherwise than recorded, each with its reason. Whatever else a case tells is compared all the same. */
final class Differences {

    /** Messages that a library of the recorded product wrote under the plain name {@code Error}. */
    private static final Set<String> FOREIGN_WORDS = Set.of("mail missing body");

    /** Case and part of it, with the reason why that part comes out otherwise on purpose. */
    private static final Map<String, String> ON_PURPOSE = Map.of(
            "exec returns bare date, data", "the journal shows the text that the caller got, not an empty object");

    private Differences() {}

    static boolean isForeign(RecordedCase recorded) {
        return FOREIGN_WORDS.contains(recorded.name());
    }

    static boolean isOnPurpose(RecordedCase recorded, String part) {
        return ON_PURPOSE.containsKey(recorded.name() + ", " + part);
    }

    /** How many parts of cases come out otherwise. */
    static int count() {
        return ON_PURPOSE.size();
    }
}
