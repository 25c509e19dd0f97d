package io.dataflows.engine.filter;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a filter compares a value with its operand. */
public enum Operator {
    EQ("_eq"),
    NEQ("_neq"),
    CONTAINS("_contains"),
    NCONTAINS("_ncontains"),
    ICONTAINS("_icontains"),
    STARTS_WITH("_starts_with"),
    NSTARTS_WITH("_nstarts_with"),
    ISTARTS_WITH("_istarts_with"),
    NISTARTS_WITH("_nistarts_with"),
    ENDS_WITH("_ends_with"),
    NENDS_WITH("_nends_with"),
    IENDS_WITH("_iends_with"),
    NIENDS_WITH("_niends_with"),
    IN("_in"),
    NIN("_nin"),
    GT("_gt"),
    GTE("_gte"),
    LT("_lt"),
    LTE("_lte"),
    BETWEEN("_between"),
    NBETWEEN("_nbetween"),
    NULL("_null"),
    NNULL("_nnull"),
    EMPTY("_empty"),
    NEMPTY("_nempty"),
    REGEX("_regex"),
    SUBMITTED("_submitted"),
    SOME("_some"),
    NONE("_none"),
    JSON("_json"),
    INTERSECTS("_intersects"),
    NINTERSECTS("_nintersects"),
    INTERSECTS_BBOX("_intersects_bbox"),
    NINTERSECTS_BBOX("_nintersects_bbox"),
    /** An empty object where an operator belongs: the member only has to be there. */
    PRESENT(""),
    UNKNOWN("");

    private static final Map<String, Operator> BY_KEY = Arrays.stream(values())
            .filter(operator -> !operator.key.isEmpty())
            .collect(Collectors.toUnmodifiableMap(Operator::key, Function.identity()));

    private final String key;

    Operator(String key) {
        this.key = key;
    }

    /** The member's name in a filter, for example {@code _eq}. */
    public String key() {
        return key;
    }

    static Operator of(String key) {
        return BY_KEY.getOrDefault(key, UNKNOWN);
    }

    /** The operand is a list. */
    public boolean takesList() {
        return this == IN || this == NIN || this == BETWEEN || this == NBETWEEN;
    }

    /** Looks for a text inside the value. */
    public boolean comparesText() {
        return ordinal() >= CONTAINS.ordinal() && ordinal() <= NIENDS_WITH.ordinal();
    }

    public boolean ignoresCase() {
        return comparesText() && (key.startsWith("_i") || key.startsWith("_ni"));
    }

    /** Queries look for a part of a text in any case, as the recorded database did. */
    public boolean ignoresCaseInRows() {
        return ignoresCase() || this == CONTAINS || this == NCONTAINS;
    }

    /** Passes where the plain operator fails. */
    public boolean isNegated() {
        return key.startsWith("_n") && this != NULL && this != NONE;
    }

    public boolean takesFilter() {
        return this == SOME || this == NONE;
    }

    boolean takesGeometry() {
        return ordinal() >= INTERSECTS.ordinal() && ordinal() <= NINTERSECTS_BBOX.ordinal();
    }
}
