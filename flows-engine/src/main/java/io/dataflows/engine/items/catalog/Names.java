package io.dataflows.engine.items.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.schema.CollectionSchema;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks the names of new collections and fields, and makes those of constraints. */
final class Names {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");
    private static final int LONGEST = 63;

    private Names() {}

    /** @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD */
    static String collection(JsonNode given) {
        String name = checked("collection", given);
        if (CollectionSchema.isSystem(name.toLowerCase(Locale.ROOT))) {
            throw Refusals.invalidPayload("Collections can't start with \"directus_\"");
        }
        if (isOfPlatform(name)) {
            throw Refusals.invalidPayload("Collections can't start with \"df_\"");
        }
        return name;
    }

    /** @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD */
    static String field(JsonNode given) {
        return checked("field", given);
    }

    /** Whether a table holds what the platform keeps. */
    private static boolean isOfPlatform(String table) {
        return table.toLowerCase(Locale.ROOT).startsWith("df_");
    }

    private static String checked(String member, JsonNode given) {
        if (given.isMissingNode() || given.isNull() || given.asText().isEmpty() && given.isTextual()) {
            throw Refusals.invalidPayload("\"" + member + "\" is required");
        }
        if (!given.isTextual()) {
            throw Refusals.invalidPayload("\"" + member + "\" must be a string");
        }
        String name = given.textValue();
        if (!NAME.matcher(name).matches()) {
            throw Refusals.invalidPayload("Name (" + shortened(name) + ") of a " + member
                    + " can't be used. Maybe use letters, digits and _ only, at most " + LONGEST
                    + " of them, and no digit first");
        }
        return name;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
    }

    static String unique(String table, String column) {
        return constraint(table, column, "unique");
    }

    static String foreign(String table, String column) {
        return constraint(table, column, "foreign");
    }

    private static String constraint(String table, String column, String kind) {
        String name = table + "_" + column + "_" + kind;
        String hash = Integer.toHexString(name.hashCode());
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - hash.length() - 1) + "_" + hash;
    }
}
