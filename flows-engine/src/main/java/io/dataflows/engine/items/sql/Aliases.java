package io.dataflows.engine.items.sql;

/** Names for the tables of one statement, no two the same. */
public final class Aliases {
    private int given;

    public String next() {
        return "t" + given++;
    }
}
