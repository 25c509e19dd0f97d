package io.dataflows.model.query;

import java.util.List;

/**
 * Which part of a list.
 *
 * @param limit at most so many rows; -1 means all
 * @param offset how many to pass over, 0 or more
 */
public record Paging(int limit, long offset) {
    public static final Paging ALL = new Paging(-1, 0);

    public <T> List<T> of(List<T> rows) {
        int from = (int) Math.min(offset, rows.size());
        int to = limit < 0 ? rows.size() : (int) Math.min((long) from + limit, rows.size());
        return rows.subList(from, to);
    }
}
