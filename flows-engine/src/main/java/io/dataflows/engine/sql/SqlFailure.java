package io.dataflows.engine.sql;

import java.io.Serial;
import java.sql.SQLException;

/** The database refused a statement. */
public final class SqlFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final SQLException reason;

    public SqlFailure(SQLException reason) {
        super(reason.getMessage(), reason);
        this.reason = reason;
    }

    public SQLException reason() {
        return reason;
    }
}
