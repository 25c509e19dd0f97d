package io.dataflows.engine.secret;

import java.util.Arrays;
import java.util.List;

/** Where patterns stand in a text: of those that start together the longest, of those inside another one none. */
final class Matches {

    private static final int WIDTH = 3;

    /** From, to (exclusive) and number of each match, one after the other. */
    private int[] found = new int[WIDTH * 4];

    private int count;

    /** End of the last match of each pattern: a pattern doesn't overlap itself. */
    private final int[] ends;

    Matches(int patterns) {
        this.ends = new int[patterns];
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Matches come in the order of their ends; false for one that overlaps its like. */
    boolean add(int from, int to, int number) {
        if (from < ends[number]) {
            return false;
        }
        while (count > 0 && found[(count - 1) * WIDTH] >= from) {
            count--;
        }
        ends[number] = to;
        if (found.length == count * WIDTH) {
            found = Arrays.copyOf(found, found.length * 2);
        }
        found[count * WIDTH] = from;
        found[count * WIDTH + 1] = to;
        found[count * WIDTH + 2] = number;
        count++;
        return true;
    }

    /** Of secrets that overlap nothing is left over, either. */
    String mask(String text, List<SecretPattern> patterns) {
        StringBuilder masked = new StringBuilder(text.length());
        int from = 0;
        for (int match = 0; match < count; match++) {
            int start = found[match * WIDTH];
            if (start > from) {
                masked.append(text, from, start);
            }
            masked.append(patterns.get(found[match * WIDTH + 2]).mask());
            from = Math.max(from, found[match * WIDTH + 1]);
        }
        return masked.append(text, from, text.length()).toString();
    }
}
