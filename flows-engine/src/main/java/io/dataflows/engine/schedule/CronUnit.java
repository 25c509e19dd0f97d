package io.dataflows.engine.schedule;

/** The fields of a rule, in the order in which they are written. */
enum CronUnit {
    SECOND("second", 0, 59),
    MINUTE("minute", 0, 59),
    HOUR("hour", 0, 23),
    DAY("day of month", 1, 31),
    MONTH("month", 1, 12),
    /** Both 0 and 7 are Sunday. */
    WEEKDAY("weekday", 0, 7);

    private final String text;
    private final int lowest;
    private final int highest;

    CronUnit(String text, int lowest, int highest) {
        this.text = text;
        this.lowest = lowest;
        this.highest = highest;
    }

    String text() {
        return text;
    }

    int lowest() {
        return lowest;
    }

    int highest() {
        return highest;
    }
}
