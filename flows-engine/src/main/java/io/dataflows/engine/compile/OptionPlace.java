package io.dataflows.engine.compile;

import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an option stands.
 *
 * @param pointer JSON pointer into the flow
 * @param path names that lead to it, for people, for example {@code headers/0/value}
 * @param name its own name
 */
record OptionPlace(StepDefinition step, String pointer, String path, String name) {

    /** Where the options of each step stand, in the order of the steps. */
    static List<OptionPlace> ofSteps(FlowDefinition flow) {
        List<OptionPlace> places = new ArrayList<>(flow.steps().size());
        for (StepDefinition step : flow.steps()) {
            places.add(new OptionPlace(step, "/operations/" + places.size() + "/options", "", ""));
        }
        return places;
    }

    OptionPlace child(String child) {
        String escaped = child.replace("~", "~0").replace("/", "~1");
        return new OptionPlace(step, pointer + '/' + escaped, path.isEmpty() ? child : path + '/' + child, child);
    }

    /**
     * A warning about the option.
     *
     * @param value as people shall read it; empty to leave it out
     */
    FlowProblem problem(String code, String value, String fact, String hint) {
        String shown = value.isEmpty() ? "" : " (" + value + ")";
        String message = "Option \"" + path + "\" of \"" + step.key() + "\"" + shown + ' ' + fact;
        return Problems.warning(code, step, pointer, message, hint);
    }
}
