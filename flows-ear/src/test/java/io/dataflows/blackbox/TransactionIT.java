package io.dataflows.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dataflows.engine.ee.store.OwnTransaction;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the server: only there a connection that stays outside of its transaction shows. */
@ExtendWith(ArquillianExtension.class)
class TransactionIT {

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource datasource;

    @EJB
    private OwnTransaction transaction;

    private final String name = "test-" + UUID.randomUUID();

    @Deployment
    static EnterpriseArchive productWithThisTest() {
        return EarUnderTest.with(TransactionIT.class);
    }

    @Test
    void keepsWhatWasDoneAndForgetsWhatFailed() {
        transaction.call(() -> execute("insert into df_setting (name, content) values (?, 'kept')"));
        assertThrows(
                RuntimeException.class,
                () -> transaction.call((Supplier<Integer>) () -> {
                    execute("update df_setting set content = 'lost' where name = ?");
                    throw new IllegalStateException("half-way");
                }));
        assertEquals(1, transaction.call(() -> execute("delete from df_setting where content = 'kept' and name = ?")));
    }

    private int execute(String sql) {
        try (Connection connection = datasource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
