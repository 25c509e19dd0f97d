package io.dataflows.engine.filter;

import java.util.ArrayDeque;
import java.util.Deque;

/** How large a pattern gets once its counted repetitions are written out; nested ones multiply. */
final class PatternSize {

    private static final long MAX = 20_000;

    private final String pattern;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long size;
    private long last;

    private PatternSize(String pattern) {
        this.pattern = pattern;
    }

    static boolean isBearable(String pattern) {
        return new PatternSize(pattern).measure() <= MAX;
    }

    private long measure() {
        int at = 0;
        while (at < pattern.length() && size <= MAX) {
            at = take(pattern.charAt(at), at + 1);
        }
        return size;
    }

    private int take(char c, int next) {
        switch (c) {
            case '(' -> {
                outer.push(size);
                size = 0;
            }
            case ')' -> close();
            case '{' -> {
                return repeat(next);
            }
            case '*', '+', '?' -> size++;
            default -> add(1);
        }
        return c == '\\' ? next + 1 : next;
    }

    private void close() {
        long inner = size + 1;
        size = outer.isEmpty() ? 0 : outer.pop();
        add(inner);
    }

    private void add(long atom) {
        last = atom;
        size += atom;
    }

    private int repeat(int from) {
        int at = from;
        long count = 0;
        long most = 0;
        while (at < pattern.length() && (Character.isDigit(pattern.charAt(at)) || pattern.charAt(at) == ',')) {
            char c = pattern.charAt(at++);
            count = c == ',' ? 0 : Math.min(MAX, count * 10 + Character.digit(c, 10));
            most = Math.max(most, count);
        }
        add(last * most);
        return at;
    }
}
