package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.access.Grant;
import io.dataflows.engine.filter.Filter;
import io.dataflows.engine.filter.FilterEvaluator;
import io.dataflows.engine.filter.FilterVerdict;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.RecordFaults;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.util.ArrayList;
import java.util.List;

/** What items have to be like: the values that must be there, and the rules of permissions. */
final class Obligations {

    private Obligations() {}

    static List<Fault> ofNew(CollectionSchema collection, ObjectNode item) {
        List<Fault> faults = new ArrayList<>();
        for (FieldSchema field : collection.fields()) {
            JsonNode value = item.get(field.name());
            if (value == null && field.required() && !SpecialValues.fills(field)) {
                faults.add(RecordFaults.required(field.name()));
            } else if (value != null && value.isNull() && refusesNull(field)) {
                faults.add(RecordFaults.notNull(field.name()));
            }
        }
        return faults;
    }

    static List<Fault> ofChanges(CollectionSchema collection, ObjectNode changes) {
        List<Fault> faults = new ArrayList<>();
        for (FieldSchema field : collection.fields()) {
            JsonNode value = changes.get(field.name());
            if (value != null && value.isNull() && refusesNull(field)) {
                faults.add(RecordFaults.notNull(field.name()));
            }
        }
        return faults;
    }

    /** What the grants' rules say against an item; all of them have to be kept. */
    static List<Fault> ofGrants(List<Grant> grants, JsonNode item) {
        List<Fault> faults = new ArrayList<>();
        for (Grant grant : grants) {
            Filter rule = grant.validation();
            if (demandsSomething(grant) && rule != null) {
                FilterVerdict verdict = FilterEvaluator.evaluate(rule, item);
                faults.addAll(verdict.passes() ? List.of() : verdict.toFault().each());
            }
        }
        return faults;
    }

    static boolean areIn(List<Grant> grants) {
        return grants.stream().anyMatch(Obligations::demandsSomething);
    }

    /** A rule of no field, as the API writes none, is kept by everything. */
    private static boolean demandsSomething(Grant grant) {
        return grant.validation() != null && !(grant.validation() instanceof Filter.Nothing);
    }

    /** Several rules may be broken at once: the answer is a list, also of one. */
    static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FlowsException(Fault.ofAll(faults));
        }
    }

    private static boolean refusesNull(FieldSchema field) {
        boolean hasDefault = !field.nullable() && field.defaultValue() != null;
        return (field.required() || hasDefault) && !field.generated() && !SpecialValues.fills(field);
    }
}
