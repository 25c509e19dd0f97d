package io.dataflows.engine.ee.store;

import javax.sql.DataSource;

class PostgresStoresTest extends DatabaseStores {

    @Override
    DataSource freshSource() {
        return TestSource.freshPostgres();
    }
}
