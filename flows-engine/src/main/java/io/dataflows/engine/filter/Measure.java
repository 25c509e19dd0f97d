package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.JavaScriptNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What limits are measured in: numbers, or dates. */
enum Measure {
    NUMBER {
        @Override
        @Nullable
        Limit limit(Operator operator, JsonNode operand) {
            double bound = Operands.number(operand);
            return Double.isNaN(bound) ? null : Limit.of(operator, bound, JavaScriptNumber.node(bound));
        }

        @Override
        double read(JsonNode value) {
            return DataNumber.read(value);
        }
    },

    DATE {
        @Override
        @Nullable
        Limit limit(Operator operator, JsonNode operand) {
            double bound = DataDate.operand(operand);
            Instant shown = Instant.ofEpochMilli((long) bound);
            return Double.isNaN(bound) ? null : Limit.of(operator, bound, Moment.node(shown));
        }

        @Override
        double read(JsonNode value) {
            return DataDate.read(value);
        }
    };

    /** The limit that an operand means, or null where it means none. */
    abstract @Nullable Limit limit(Operator operator, JsonNode operand);

    /** The value in this measure; NaN where it has none, infinite where it can't be held safely. */
    abstract double read(JsonNode value);
}
