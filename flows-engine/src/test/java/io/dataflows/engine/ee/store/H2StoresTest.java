package io.dataflows.engine.ee.store;

import javax.sql.DataSource;

class H2StoresTest extends DatabaseStores {

    @Override
    DataSource freshSource() {
        return TestSource.freshH2();
    }
}
