package io.dataflows.engine.ee.store;

import io.dataflows.model.store.FlowEntity;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings a database's tables to the version that this product knows. */
final class Migrations {

    private static final String LOCATION = "classpath:io/dataflows/model/store/migration";

    private Migrations() {}

    /**
     * Runs the migrations that are missing; tables of others in the same schema stay as they are.
     *
     * @throws IllegalStateException when the tables are newer than this product, or can't be brought up to date
     */
    static void run(DataSource source) {
        // The scripts lie in the model's jar, which the loader of this class need not see.
        Flyway flyway = Flyway.configure(FlowEntity.class.getClassLoader())
                .dataSource(source)
                .locations(LOCATION)
                .failOnMissingLocations(true)
                .table("df_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholderReplacement(false)
                .load();
        try {
            refuseNewer(flyway.info().all());
            flyway.migrate();
        } catch (FlywayException failure) {
            throw new IllegalStateException("The tables can't be brought up to date: " + failure.getMessage(), failure);
        }
    }

    private static void refuseNewer(MigrationInfo... migrations) {
        Arrays.stream(migrations)
                .filter(Migrations::isNewer)
                .map(migration -> String.valueOf(migration.getVersion()))
                .reduce((older, newest) -> newest)
                .ifPresent(version -> {
                    throw new IllegalStateException("Table version (" + version
                            + ") is newer than this product. Maybe an older release was deployed by mistake.");
                });
    }

    private static boolean isNewer(MigrationInfo migration) {
        MigrationState state = migration.getState();
        return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
    }
}
