package io.dataflows.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the server. */
@ExtendWith(ArquillianExtension.class)
class DefaultDatasourceIT {

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource datasource;

    @Deployment
    static EnterpriseArchive productWithThisTest() {
        return EarUnderTest.with(DefaultDatasourceIT.class);
    }

    @Test
    void isAFileThatOutlivesTheServer() throws SQLException {
        try (Connection connection = datasource.getConnection()) {
            String url = connection.getMetaData().getURL();

            assertTrue(url.startsWith("jdbc:h2:file:"), url);
        }
    }
}
