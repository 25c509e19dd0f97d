package io.dataflows.engine.items.sql;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * How many elements a list has that is kept as text. Neither database counts them in a text that may be no JSON at all,
 * so texts and inner lists are taken out, and the commas counted that are left.
 */
final class ElementCount {
    private static final String TEXT = "\"([^\"\\\\]|\\\\.)*\"";
    private static final String INNERMOST = "[\\[{][^\\[\\]{}]*[\\]}]";
    /** Lists that go deeper are counted wrong, those of ordinary data aren't. */
    private static final int DEPTH = 6;

    private ElementCount() {}

    /** Null for what is no list. */
    static Field<Integer> ofJson(Field<Object> json) {
        Field<String> text = DSL.trim(json.cast(SQLDataType.VARCHAR));
        Field<String> flat = replaced(text, TEXT);
        Field<String> inner =
                DSL.substring(flat, DSL.inline(2), DSL.length(flat).minus(DSL.inline(2)));
        for (int level = 0; level < DEPTH; level++) {
            inner = replaced(inner, INNERMOST);
        }
        return DSL.when(text.like(DSL.inline("[%]")), elements(inner));
    }

    static Field<Integer> ofCsv(Field<Object> csv) {
        return elements(csv.cast(SQLDataType.VARCHAR));
    }

    private static Field<String> replaced(Field<String> text, String pattern) {
        return DSL.regexpReplaceAll(text, DSL.inline(pattern), DSL.inline("0"));
    }

    private static Field<Integer> elements(Field<String> list) {
        Field<Integer> commas = DSL.length(list).minus(DSL.length(DSL.replace(list, DSL.inline(","), DSL.inline(""))));
        return DSL.when(DSL.trim(list).eq(DSL.inline("")), DSL.inline(0))
                .when(list.isNotNull(), commas.plus(DSL.inline(1)));
    }
}
