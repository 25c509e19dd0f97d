package io.dataflows.engine.ee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflows.engine.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlTransactionsTest {

    enum Product {
        H2,
        POSTGRESQL;

        DataSource source() {
            return this == H2 ? TestSource.freshH2() : TestSource.freshPostgres();
        }
    }

    private static Void insert(Connection connection, int number) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into thing (id) values (" + number + ")");
        }
        return null;
    }

    private static long rows(DataSource source) {
        return TestSource.number(source, "select count(*) from thing");
    }

    private static void withTable(Product product, java.util.function.BiConsumer<DataSource, Sql> test) {
        DataSource source = product.source();
        TestSource.run(source, "create table thing (id integer not null primary key)");
        try (Database database = Database.open(source)) {
            test.accept(source, database.sql());
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepNothingOfWorkThatThrows(Product product) {
        withTable(product, (source, sql) -> {
            assertThatThrownBy(() -> sql.write(connection -> {
                        insert(connection, 1);
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(rows(source)).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void goOnWhereAPartFailed(Product product) {
        withTable(product, (source, sql) -> {
            sql.write(connection -> {
                insert(connection, 1);
                assertThatThrownBy(() -> sql.write(inner -> {
                            insert(inner, 2);
                            sql.write(innermost -> insert(innermost, 3));
                            return insert(inner, 1);
                        }))
                        .isInstanceOf(io.dataflows.engine.sql.SqlFailure.class);
                return sql.write(inner -> insert(inner, 4));
            });
            assertThat(rows(source)).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void tellOfACommitOnlyWhenThereIsOne(Product product) {
        withTable(product, (source, sql) -> {
            List<String> told = new ArrayList<>();
            assertThatThrownBy(() -> sql.write(connection -> {
                        sql.afterCommit(() -> told.add("rolled back"));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            sql.write(connection -> {
                sql.afterCommit(() -> told.add("committed, open: " + sql.isInTransaction()));
                assertThat(told).isEmpty();
                return insert(connection, 1);
            });
            sql.afterCommit(() -> told.add("at once"));
            assertThat(told).containsExactly("committed, open: false", "at once");
        });
    }

    @ParameterizedTest
    @EnumSource
    void setTheOpenTransactionAside(Product product) {
        withTable(product, (source, sql) -> {
            assertThatThrownBy(() -> sql.write(connection -> {
                        insert(connection, 1);
                        sql.apart(other -> insert(other, 2));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(rows(source)).isEqualTo(1);
        });
    }
}
