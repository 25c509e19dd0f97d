package io.dataflows.engine.items.write;

import io.dataflows.engine.items.CollectionRules;
import io.dataflows.engine.items.ItemLookup;
import java.util.function.Function;

/** What all kinds of writes need. */
record WritingParts(
        ItemLookup lookup,
        ItemEvents events,
        ItemChanges changes,
        SpecialValues specials,
        Function<String, CollectionRules> rules) {

    CollectionRules rules(WriteCall call) {
        return rules.apply(call.name());
    }
}
