package io.dataflows.engine.schedule;

/**
 * The values of one field.
 *
 * @param bits bit n is set when n is one of the values; Sunday is 0
 * @param rolling whether the values are "every so many" rather than named ones
 */
record CronField(CronUnit unit, long bits, boolean rolling) {

    private static final long SUNDAY_AS_SEVEN = 1L << 7;

    static CronField of(CronUnit unit, long bits, boolean rolling) {
        boolean sunday = unit == CronUnit.WEEKDAY && (bits & SUNDAY_AS_SEVEN) != 0;
        long folded = sunday ? (bits & ~SUNDAY_AS_SEVEN) | 1 : bits;
        return new CronField(unit, folded, rolling || folded == all(unit));
    }

    boolean holds(int value) {
        return (bits >>> value & 1) != 0;
    }

    /** Whether some value is left out. */
    boolean isRestricted() {
        return bits != all(unit);
    }

    /** The lowest value from {@code value} on, or -1. */
    int next(int value) {
        long left = value > unit.highest() ? 0 : bits >>> value;
        return left == 0 ? -1 : value + Long.numberOfTrailingZeros(left);
    }

    int first() {
        return Long.numberOfTrailingZeros(bits);
    }

    private static long all(CronUnit unit) {
        int highest = unit == CronUnit.WEEKDAY ? 6 : unit.highest();
        return (1L << (highest + 1)) - (1L << unit.lowest());
    }
}
