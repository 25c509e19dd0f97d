package io.dataflows.engine.compile;

import io.dataflows.engine.schedule.CronException;
import io.dataflows.engine.schedule.CronExpression;
import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.TriggerDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule fires some day. A rule that can't be read is stored as clients know it, and never fires; a rule that can
 * be read and names days that no year has brought the recorded product down, so that it is refused once it is active.
 */
final class ScheduleRule {

    private static final String POINTER = "/options/cron";

    private final FlowDefinition flow;

    ScheduleRule(FlowDefinition flow) {
        this.flow = flow;
    }

    List<FlowProblem> check() {
        boolean schedule = "schedule".equals(flow.trigger());
        return schedule && TriggerParser.parse(flow) instanceof TriggerDefinition.Schedule trigger
                ? check(trigger.cron())
                : List.of();
    }

    private List<FlowProblem> check(@Nullable String cron) {
        if (cron == null) {
            return List.of(invalid("The schedule has no rule: the flow never runs."));
        }
        try {
            return CronExpression.parse(cron).neverFires() ? List.of(neverFires(cron)) : List.of();
        } catch (CronException unreadable) {
            return List.of(invalid(String.valueOf(unreadable.getMessage())));
        }
    }

    private static FlowProblem invalid(String message) {
        return Problems.warning("INVALID_SCHEDULE", POINTER, message, "Until it is mended, the flow never runs.");
    }

    private FlowProblem neverFires(String cron) {
        String code = "SCHEDULE_NEVER_FIRES";
        String message = "Schedule \"" + cron + "\" never fires: none of its months has one of its days.";
        String hint = "Maybe another day of the month, or another month.";
        return flow.isActive()
                ? Problems.blocking(code, POINTER, message, hint)
                : Problems.warning(code, POINTER, message, hint);
    }
}
