package io.dataflows.engine.compile;

import io.dataflows.engine.operation.data.TransformOperation;
import io.dataflows.engine.template.TemplateCheck;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which members of the Flow Object hold data of the trigger as it came: the trigger itself, and what transform steps
 * make of it. Steps of other kinds compute something else.
 */
final class TriggerData {

    private final FlowDefinition flow;
    private final Set<UUID> carriers = new HashSet<>();
    private final Set<String> members = new HashSet<>(Set.of("$trigger"));
    private final Map<UUID, UUID> previous = new HashMap<>();

    TriggerData(FlowDefinition flow) {
        this.flow = flow;
        for (StepDefinition step : flow.steps()) {
            if (step.resolve() != null) {
                previous.put(step.resolve(), step.id());
            }
        }
        follow();
    }

    /** Whether this member, read by this step, holds data of the trigger. */
    boolean reaches(StepDefinition reader, String member) {
        if (member.equals("$last")) {
            return reader.id().equals(flow.operation()) || carriers.contains(previous.get(reader.id()));
        }
        return members.contains(member) || members.contains(member.replaceFirst("^\\$", ""));
    }

    private record Transform(StepDefinition step, Set<String> reads) {}

    private void follow() {
        List<Transform> rest = new ArrayList<>();
        for (OptionPlace place : OptionPlace.ofSteps(flow)) {
            if (place.step().type().equals(TransformOperation.ID)) {
                rest.add(new Transform(place.step(), membersOf(place)));
            }
        }
        while (rest.removeIf(this::carries)) {
            // Until a round finds no further carrier.
        }
    }

    private boolean carries(Transform transform) {
        boolean carries = transform.reads().stream().anyMatch(name -> reaches(transform.step(), name));
        if (carries) {
            carriers.add(transform.step().id());
            members.add(transform.step().key());
        }
        return carries;
    }

    private static Set<String> membersOf(OptionPlace options) {
        Set<String> names = new HashSet<>();
        OptionTexts.each(options, options.step().options(), (place, text) -> TemplateCheck.references(text)
                .forEach(reference -> names.add(reference.member())));
        return names;
    }
}
