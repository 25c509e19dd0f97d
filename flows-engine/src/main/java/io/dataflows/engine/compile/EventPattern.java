package io.dataflows.engine.compile;

/** An event name with wildcards: {@code *} stands for one segment between dots, {@code **} for any number of them. */
final class EventPattern {

    private static final String ONE = "*";
    private static final String ANY = "**";

    private final String[] segments;

    private EventPattern(String[] segments) {
        this.segments = segments;
    }

    static boolean isPattern(String text) {
        for (String segment : segmentsOf(text)) {
            if (segment.equals(ONE) || segment.equals(ANY)) {
                return true;
            }
        }
        return false;
    }

    static EventPattern of(String text) {
        return new EventPattern(segmentsOf(text));
    }

    boolean matches(String event) {
        String[] name = segmentsOf(event);
        // Which beginnings of the name the segments so far can stand for; so that many wildcards cost no more than few.
        boolean[] reached = new boolean[name.length + 1];
        reached[0] = true;
        for (String segment : segments) {
            reached = segment.equals(ANY) ? onward(reached) : oneFurther(reached, segment, name);
        }
        return reached[name.length];
    }

    private static boolean[] onward(boolean[] reached) {
        boolean[] next = reached.clone();
        for (int at = 1; at < next.length; at++) {
            next[at] |= next[at - 1];
        }
        return next;
    }

    private static boolean[] oneFurther(boolean[] reached, String segment, String[] name) {
        boolean[] next = new boolean[reached.length];
        for (int at = 0; at < name.length; at++) {
            next[at + 1] = reached[at] && (segment.equals(ONE) || segment.equals(name[at]));
        }
        return next;
    }

    private static String[] segmentsOf(String text) {
        return text.split("\\.", -1);
    }
}
