package io.dataflows.engine.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Set;

/** JSON Schema, draft 2020-12, by somebody else's validator. */
public final class MetaSchema {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private MetaSchema() {}

    /** What makes this no schema. */
    static Set<ValidationMessage> faults(JsonNode schema) {
        return FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012)).validate(schema);
    }

    /** How a value breaks a schema. */
    public static Set<ValidationMessage> breaches(JsonNode schema, JsonNode value) {
        return FACTORY.getSchema(schema).validate(value);
    }
}
