package io.dataflows.engine.compile;

import io.dataflows.engine.template.TemplateCheck;
import io.dataflows.engine.template.TemplateException;
import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.flow.FlowDefinition;
import java.util.ArrayList;
import java.util.List;

/** Templates in options can be read. A step with one that can't takes its reject path, so clients may save it. */
final class TemplateRules {

    private final FlowDefinition flow;
    private final List<FlowProblem> problems = new ArrayList<>();

    TemplateRules(FlowDefinition flow) {
        this.flow = flow;
    }

    List<FlowProblem> check() {
        for (OptionPlace place : OptionPlace.ofSteps(flow)) {
            OptionTexts.each(place, place.step().options(), this::check);
        }
        return problems;
    }

    private void check(OptionPlace place, String text) {
        TemplateException reason = TemplateCheck.problem(text);
        if (reason != null) {
            problems.add(place.problem(
                    "BAD_TEMPLATE",
                    "",
                    "has a template that can't be read: " + reason.text() + '.',
                    "Maybe a brace or a name is missing: as it is, the operation always fails."));
        }
    }
}
