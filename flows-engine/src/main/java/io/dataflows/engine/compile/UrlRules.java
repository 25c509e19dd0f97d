package io.dataflows.engine.compile;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.template.TemplateCheck;
import io.dataflows.engine.template.TemplateCheck.Reference;
import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.flow.FlowDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who calls a flow doesn't choose the host that it sends requests to: such a flow is a proxy for anybody. */
final class UrlRules {

    private static final String REQUEST = "request";

    /** With its slashes: any number of either kind counts as two. */
    private static final Pattern SCHEME = Pattern.compile("\\s*[A-Za-z][A-Za-z0-9+.-]*:[/\\\\]*");

    private final FlowDefinition flow;
    private final TriggerData data;
    private final List<FlowProblem> problems = new ArrayList<>();

    UrlRules(FlowDefinition flow) {
        this.flow = flow;
        this.data = new TriggerData(flow);
    }

    List<FlowProblem> check() {
        for (OptionPlace place : OptionPlace.ofSteps(flow)) {
            JsonNode options = place.step().options();
            if (place.step().type().equals(REQUEST) && options != null) {
                check(place, options.path("url").asText());
            }
        }
        return problems;
    }

    private void check(OptionPlace place, String url) {
        int end = hostEnd(url);
        TemplateCheck.references(url).stream()
                .filter(reference -> reference.start() < end && data.reaches(place.step(), reference.member()))
                .findFirst()
                .ifPresent(reference -> problems.add(problem(place, reference)));
    }

    private static FlowProblem problem(OptionPlace place, Reference reference) {
        return place.child("url")
                .problem(
                        "URL_FROM_TRIGGER",
                        reference.member(),
                        "takes its host from what the flow was called with: callers choose where requests go.",
                        "Maybe write the host into the option, and only the path or the query as a template.");
    }

    /** Where the host with its port ends; what stands in braces counts as one letter of it. */
    private static int hostEnd(String url) {
        StringBuilder plain = new StringBuilder(url);
        for (Reference tag : TemplateCheck.references(url)) {
            for (int i = tag.start(); i < tag.end(); i++) {
                plain.setCharAt(i, 'x');
            }
        }
        Matcher scheme = SCHEME.matcher(plain);
        int from = scheme.lookingAt() ? scheme.end() : 0;
        while (from < plain.length() && "/?#\\".indexOf(plain.charAt(from)) < 0) {
            from++;
        }
        return from;
    }
}
