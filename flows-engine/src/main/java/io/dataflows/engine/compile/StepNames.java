package io.dataflows.engine.compile;

import io.dataflows.model.run.FlowObject;
import java.util.HashSet;
import java.util.Set;

/** Gives steps that share a key different names in the rules: {@code key}, {@code key#2}, … {@code $trigger} is taken. */
final class StepNames {

    private final Set<String> taken = new HashSet<>(Set.of(FlowObject.TRIGGER));

    String unique(String key) {
        String name = key;
        for (int count = 2; !taken.add(name); count++) {
            name = key + '#' + count;
        }
        return name;
    }
}
