package io.dataflows.engine.compile;

import io.dataflows.model.flow.TriggerDefinition;
import io.dataflows.model.schema.CollectionSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which flows wait for which events, in the order in which they are told. Unchanging: an event that nobody waits for
 * costs one look into a map, however many flows wait for others.
 */
final class Subscriptions {

    static final Subscriptions NONE = new Subscriptions(List.of());

    /** The scopes that the flow's collections complete. */
    private static final Set<String> OF_COLLECTIONS = Set.of("items.create", "items.update", "items.delete");

    private final Map<String, List<Place>> names;
    private final List<Wild> patterns;

    private Subscriptions(List<Waiting> flows) {
        Map<String, List<Place>> named = new TreeMap<>();
        List<Wild> wild = new ArrayList<>();
        for (int order = 0; order < flows.size(); order++) {
            Place place = new Place(order, flows.get(order).flow());
            for (String event : events(flows.get(order).trigger())) {
                if (EventPattern.isPattern(event)) {
                    wild.add(new Wild(EventPattern.of(event), place));
                } else {
                    named.computeIfAbsent(event, name -> new ArrayList<>(1)).add(place);
                }
            }
        }
        named.replaceAll((name, places) -> List.copyOf(places));
        names = Map.copyOf(named);
        patterns = List.copyOf(wild);
    }

    /** @param flows in the order in which they are to be told */
    static Subscriptions of(List<Waiting> flows) {
        return flows.isEmpty() ? NONE : new Subscriptions(flows);
    }

    /** The flows that wait for the event, each of them once. */
    List<Place> of(String event) {
        List<Place> named = names.getOrDefault(event, List.of());
        return patterns.isEmpty() ? named : withPatterns(event, named);
    }

    private List<Place> withPatterns(String event, List<Place> named) {
        Map<Integer, Place> all = new TreeMap<>();
        named.forEach(place -> all.put(place.order(), place));
        for (Wild wild : patterns) {
            if (wild.pattern().matches(event)) {
                all.put(wild.place().order(), wild.place());
            }
        }
        return List.copyOf(all.values());
    }

    private static Set<String> events(TriggerDefinition.Event trigger) {
        return trigger.scope().stream()
                .flatMap(scope -> OF_COLLECTIONS.contains(scope)
                        ? trigger.collections().stream()
                                .map(collection ->
                                        CollectionSchema.event(collection, scope.substring("items.".length())))
                        : java.util.stream.Stream.of(scope))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A flow that waits. */
    record Waiting(UUID flow, TriggerDefinition.Event trigger) {}

    /** A flow, and when it is told. */
    record Place(int order, UUID flow) {}

    private record Wild(EventPattern pattern, Place place) {}
}
