package io.dataflows.engine.compile;

import java.util.HashSet;
import java.util.Set;

/** Gives steps that share a key different names in the rules: {@code key}, {@code key#2}, … */
final class StepNames {

    private final Set<String> taken = new HashSet<>();

    String unique(String key) {
        String name = key;
        for (int count = 2; !taken.add(name); count++) {
            name = key + '#' + count;
        }
        return name;
    }
}
