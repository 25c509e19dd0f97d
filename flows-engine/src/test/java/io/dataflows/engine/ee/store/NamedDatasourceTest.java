package io.dataflows.engine.ee.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedDatasourceTest {

    @Test
    void namesTheDatasourceThatIsMissing() {
        assertThatThrownBy(() -> NamedDatasource.find("java:/jdbc/orders"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Datasource (java:/jdbc/orders) does not exist")
                .hasMessageContaining("DATASOURCE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldap://127.0.0.1/x", "rmi:x", "iiop://x", "LDAP:x"})
    void asksNoForeignServer(String name) {
        assertThatThrownBy(() -> NamedDatasource.find(name)).hasMessageContaining("is not a local JNDI name");
    }
}
