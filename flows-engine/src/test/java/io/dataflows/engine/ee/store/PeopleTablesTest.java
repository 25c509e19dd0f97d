package io.dataflows.engine.ee.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.items.sql.Tables;
import io.dataflows.engine.items.system.SystemCollections;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import io.dataflows.model.schema.RelationSchema;
import io.dataflows.model.schema.Schema;
import javax.sql.DataSource;
import org.jooq.Field;
import org.junit.jupiter.api.Test;

class PeopleTablesTest {

    private static void readEveryColumn(DataSource source) {
        try (Database database = Database.open(source)) {
            for (CollectionSchema collection :
                    SystemCollections.collections(database.sql().dialect())) {
                Field<?>[] columns =
                        collection.columns().stream().map(Tables::column).toArray(Field[]::new);
                int rows = database.sql().read(connection -> Tables.dsl(
                                connection, database.sql().dialect())
                        .select(columns)
                        .from(Tables.table(collection))
                        .fetch()
                        .size());
                assertThat(rows).as(collection.name()).isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Test
    void haveTheColumnsOfTheirCollectionsInH2() {
        readEveryColumn(TestSource.freshH2());
    }

    @Test
    void haveTheColumnsOfTheirCollectionsInPostgres() {
        readEveryColumn(TestSource.freshPostgres());
    }

    @Test
    void haveRelationsBetweenFieldsThatExist() {
        Schema schema = new Schema(SystemCollections.collections(), SystemCollections.relations());
        for (RelationSchema relation : schema.relations()) {
            assertThat(schema.collection(relation.many()).flatMap(many -> many.field(relation.manyField())))
                    .as(relation.toString())
                    .isPresent();
            String alias = String.valueOf(relation.oneField());
            assertThat(schema.collection(relation.one()).flatMap(one -> one.field(alias)))
                    .as(relation.toString())
                    .map(FieldSchema::isAlias)
                    .contains(true);
        }
    }
}
