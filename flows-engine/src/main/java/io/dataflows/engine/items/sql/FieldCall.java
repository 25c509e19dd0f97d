package io.dataflows.engine.items.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field as a query names it: by itself, or as the argument of a function, as in {@code year(created)}.
 *
 * @param function null for the field by itself
 */
public record FieldCall(@Nullable String function, String field) {
    private static final Pattern CALL = Pattern.compile("([a-z]+)\\((.+)\\)");

    public static FieldCall of(String written) {
        Matcher call = CALL.matcher(written);
        return call.matches() ? new FieldCall(call.group(1), call.group(2).strip()) : new FieldCall(null, written);
    }

    /** The member under which answers show it, for example {@code created_year}. */
    public String shown() {
        return function == null ? field : field + "_" + function;
    }

    public boolean isCount() {
        return "count".equals(function);
    }
}
