package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An operator with its operand, ready to look at values. */
interface Check {

    List<Failure> PASSED = List.of();

    /** The value has not the type that the operator asks for. */
    List<Failure> REQUIRED = List.of(Failure.REQUIRED);

    /** The operator can't be applied to such a value. */
    List<Failure> INAPPLICABLE = List.of(Failure.INAPPLICABLE);

    /** The member only has to be there. */
    Check PRESENT = value -> PASSED;

    /**
     * The reasons why a value doesn't pass; none when it does.
     *
     * @throws FilterException when the operator can't work with its operand
     */
    List<Failure> failures(JsonNode value);
}
