package io.dataflows.engine.ee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MigrationTest {

    abstract static class OnADatabase {

        private final DataSource source = freshSource();

        abstract DataSource freshSource();

        private long count(String table) {
            return TestSource.number(source, "select count(*) from " + table);
        }

        @Test
        void createsTheTablesInAnEmptyDatabase() {
            Migrations.run(source);

            assertThat(count("df_flow")).isZero();
            assertThat(count("df_lock")).isEqualTo(3);
        }

        @Test
        void changesNothingTheSecondTime() {
            Migrations.run(source);
            TestSource.run(source, "insert into df_setting (name, content) values ('a', 'b')");
            long history = count("\"df_schema_history\"");

            Migrations.run(source);

            assertThat(count("df_setting")).isEqualTo(1);
            assertThat(count("\"df_schema_history\"")).isEqualTo(history);
        }

        @Test
        void leavesForeignTablesAsTheyAre() {
            TestSource.run(
                    source,
                    "create table orders (id integer primary key)",
                    "insert into orders (id) values (7)",
                    "create table flyway_schema_history (installed_rank integer)",
                    "insert into flyway_schema_history (installed_rank) values (9)");

            Migrations.run(source);
            Migrations.run(source);

            assertThat(count("orders")).isEqualTo(1);
            assertThat(count("flyway_schema_history")).isEqualTo(1);
            assertThat(count("df_run")).isZero();
        }

        @Test
        void refusesTablesThatAreNewer() {
            Migrations.run(source);
            TestSource.run(
                    source,
                    "update \"df_schema_history\" set \"version\" = '999', \"script\" = 'V999__x.sql'"
                            + " where \"version\" = '1'");

            assertThatThrownBy(() -> Migrations.run(source))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Table version (999) is newer than this product");
        }

        @Test
        void refusesTablesThatAreInTheWay() {
            TestSource.run(source, "create table df_flow (id integer)");

            assertThatThrownBy(() -> Migrations.run(source))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("can't be brought up to date");
        }
    }

    @Nested
    class OnH2 extends OnADatabase {
        @Override
        DataSource freshSource() {
            return TestSource.freshH2();
        }
    }

    @Nested
    class OnPostgres extends OnADatabase {
        @Override
        DataSource freshSource() {
            return TestSource.freshPostgres();
        }
    }
}
