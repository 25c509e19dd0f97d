package io.dataflows.engine.items.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.access.Rights;
import io.dataflows.engine.ee.store.Database;
import io.dataflows.engine.ee.store.TestSource;
import io.dataflows.engine.filter.DynamicVariables;
import io.dataflows.engine.filter.FilterEvaluator;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.listing.QueryFilter;
import io.dataflows.engine.sql.Dialect;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.ColumnType;
import io.dataflows.model.schema.FieldSchema;
import io.dataflows.model.schema.Schema;
import io.dataflows.model.trigger.Authority;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conditions on fields of one type mean the same for rows of a table as for rows in memory. */
class FilterAgreementTest {
    private static final List<FieldSchema> FIELDS = List.of(
            FieldSchema.of("id", FieldType.INTEGER, ColumnType.INTEGER),
            FieldSchema.of("s", FieldType.STRING, ColumnType.VARCHAR),
            FieldSchema.of("e", FieldType.STRING, ColumnType.VARCHAR),
            FieldSchema.of("ns", FieldType.STRING, ColumnType.VARCHAR),
            FieldSchema.of("ts", FieldType.STRING, ColumnType.VARCHAR),
            FieldSchema.of("sp", FieldType.STRING, ColumnType.VARCHAR),
            FieldSchema.of("rx", FieldType.STRING, ColumnType.VARCHAR),
            FieldSchema.of("nil", FieldType.STRING, ColumnType.VARCHAR),
            FieldSchema.of("n", FieldType.INTEGER, ColumnType.INTEGER),
            FieldSchema.of("z", FieldType.INTEGER, ColumnType.INTEGER),
            FieldSchema.of("neg", FieldType.INTEGER, ColumnType.INTEGER),
            FieldSchema.of("f", FieldType.FLOAT, ColumnType.DOUBLE),
            FieldSchema.of("t", FieldType.BOOLEAN, ColumnType.BOOLEAN),
            FieldSchema.of("fl", FieldType.BOOLEAN, ColumnType.BOOLEAN));
    private static final Schema SCHEMA = new Schema(List.of(CollectionSchema.of("values", "id", FIELDS)), List.of());
    private static final String[] TABLE = {
        "create table \"values\" (\"id\" integer primary key, \"s\" varchar(50), \"e\" varchar(50), \"ns\" varchar(50),"
                + " \"ts\" varchar(50), \"sp\" varchar(50), \"rx\" varchar(50), \"nil\" varchar(50), \"n\" integer,"
                + " \"z\" integer, \"neg\" integer, \"f\" double precision, \"t\" boolean, \"fl\" boolean)",
        "insert into \"values\" values (1, 'Hello World', '', '5', 'true', ' x ', 'a.b*c', null, 5, 0, -1, 2.5, true, false),"
                + " (2, null, null, null, null, null, null, null, null, null, null, null, null, null)"
    };

    @ParameterizedTest
    @EnumSource
    void agree(Dialect dialect) throws IOException {
        DataSource source = dialect == Dialect.H2 ? TestSource.freshH2() : TestSource.freshPostgres();
        TestSource.run(source, TABLE);
        DynamicVariables variables = DynamicVariables.of(null, Library.CLOCK);
        List<String> differences = new ArrayList<>();
        int compared = 0;
        try (Database database = Database.open(source)) {
            ItemReading reading =
                    new ItemReading(database.sql(), () -> SCHEMA, who -> new Rights(who, Map.of(), variables), 5);
            JsonNode rows = read(reading, "{}");
            for (JsonNode filter : filters()) {
                try {
                    JsonNode found = read(reading, "{'filter':" + filter + "}");
                    compared++;
                    if (!found.equals(inMemory(filter, rows, variables))) {
                        differences.add(filter + " gave " + found.size());
                    }
                } catch (FlowsException refused) {
                    // The field isn't among those of the table, or the operator doesn't fit its type.
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(50);
    }

    private static JsonNode read(ItemReading reading, String query) {
        return reading.list(new ItemScope(new Authority.Platform(), "values", false), Library.query(query))
                .data();
    }

    private static JsonNode inMemory(JsonNode filter, JsonNode rows, DynamicVariables variables) {
        var matching = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        var parsed = QueryFilter.parse(filter).resolve(variables);
        rows.forEach(row -> {
            if (FilterEvaluator.matchesRow(parsed, row)) {
                matching.add(row);
            }
        });
        return matching;
    }

    private static List<ObjectNode> filters() throws IOException {
        List<ObjectNode> filters = new ArrayList<>();
        try (InputStream file = FilterAgreementTest.class.getResourceAsStream("/vectors/conditions.json")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (JsonNode recorded : Json.read(text).path("cases")) {
                if (recorded.path("filter") instanceof ObjectNode filter
                        && !filter.toString().contains("'")) {
                    filters.add(filter);
                }
            }
        }
        return filters;
    }
}
