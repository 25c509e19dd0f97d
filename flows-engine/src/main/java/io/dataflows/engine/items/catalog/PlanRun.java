package io.dataflows.engine.items.catalog;

import io.dataflows.engine.items.sql.Tables;
import io.dataflows.engine.sql.Dialect;
import io.dataflows.engine.sql.Sql;
import io.dataflows.model.error.Refusals;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/**
 * Carries plans out wholly or not at all. PostgreSQL changes tables inside a transaction; H2 commits each such statement
 * by itself, so that what was done is taken back by hand.
 */
final class PlanRun {

    private static final System.Logger LOG = System.getLogger(PlanRun.class.getName());

    /** Classes of SQL states that tell of the database's own trouble: connections, resources, conflicts, operators. */
    private static final Set<String> TROUBLE = Set.of("08", "40", "53", "57", "58", "XX");

    private final Sql sql;

    PlanRun(Sql sql) {
        this.sql = sql;
    }

    /** @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD with the database's words where it refuses */
    void run(Plan plan) {
        try {
            if (sql.dialect() == Dialect.POSTGRESQL) {
                together(plan);
            } else {
                byHand(plan);
            }
        } catch (DataAccessException refused) {
            throw told(refused);
        }
    }

    private void together(Plan plan) {
        sql.apart(connection -> {
            DSLContext dsl = Tables.dsl(connection, sql.dialect());
            Descriptions descriptions = new Descriptions(connection, sql.dialect());
            descriptions.count();
            plan.steps().forEach(step -> dsl.execute(step.change()));
            plan.notes().forEach(note -> note.accept(descriptions));
            return plan;
        });
    }

    private void byHand(Plan plan) {
        Deque<Step> done = new ArrayDeque<>();
        boolean complete = false;
        try {
            plan.steps().forEach(step -> {
                sql.plain(connection -> Tables.dsl(connection, sql.dialect()).execute(step.change()));
                done.push(step);
            });
            note(plan);
            complete = true;
        } finally {
            if (!complete) {
                done.forEach(this::undo);
            }
        }
    }

    private void note(Plan plan) {
        sql.apart(connection -> {
            Descriptions descriptions = new Descriptions(connection, sql.dialect());
            descriptions.count();
            plan.notes().forEach(note -> note.accept(descriptions));
            return plan;
        });
    }

    /** The failure that led here is the one to tell; this one is for the administrator. */
    private void undo(Step step) {
        org.jooq.Query undo = step.undo();
        if (undo == null) {
            return;
        }
        try {
            sql.plain(connection -> Tables.dsl(connection, sql.dialect()).execute(undo));
        } catch (DataAccessException failed) {
            LOG.log(Level.ERROR, "A change of a table could not be taken back: " + step.change(), failed);
        }
    }

    private static RuntimeException told(DataAccessException refused) {
        String state = refused.sqlState();
        Throwable cause = refused.getCause();
        if (cause == null || TROUBLE.contains(state.substring(0, Math.min(2, state.length())))) {
            return refused;
        }
        String words = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        int statement = words.indexOf("; SQL statement:");
        return Refusals.invalidPayload(
                "The database refuses the change: " + (statement < 0 ? words : words.substring(0, statement)));
    }
}
