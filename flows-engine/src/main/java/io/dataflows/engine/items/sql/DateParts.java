package io.dataflows.engine.items.sql;

import io.dataflows.engine.sql.Dialect;
import io.dataflows.model.schema.ColumnType;
import io.dataflows.model.schema.FieldSchema;
import java.sql.Timestamp;
import java.util.Set;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Parts of dates and times, in UTC. Weeks begin on Sunday, and the first one of a year is that of the first of January. */
final class DateParts {
    private static final Set<String> OF_DATES = Set.of("year", "month", "week", "day", "weekday");
    private static final Set<String> OF_TIMES = Set.of("hour", "minute", "second");
    private static final long MICROS_PER_SECOND = 1_000_000;

    private DateParts() {}

    static boolean exist(String function) {
        return OF_DATES.contains(function) || OF_TIMES.contains(function);
    }

    static boolean fit(String function, FieldSchema field) {
        ColumnType type = field.columnType();
        if (type == ColumnType.DATE) {
            return OF_DATES.contains(function);
        }
        if (type == ColumnType.TIME) {
            return OF_TIMES.contains(function);
        }
        return isMoment(type) && exist(function);
    }

    private static boolean isMoment(@org.jspecify.annotations.Nullable ColumnType type) {
        return type == ColumnType.TIMESTAMP || type == ColumnType.TIMESTAMP_WITH_ZONE || type == ColumnType.MICROS;
    }

    static Field<Integer> of(String function, FieldSchema field, Field<?> value, Dialect dialect) {
        Field<?> utc = utc(field, value, dialect);
        return switch (function) {
            case "year" -> DSL.extract(utc, DatePart.YEAR);
            case "month" -> DSL.extract(utc, DatePart.MONTH);
            case "day" -> DSL.extract(utc, DatePart.DAY);
            case "week" -> week(utc);
            case "weekday" -> DSL.extract(utc, DatePart.DAY_OF_WEEK).minus(1);
            case "hour" -> DSL.extract(utc, DatePart.HOUR);
            case "minute" -> DSL.extract(utc, DatePart.MINUTE);
            case "second" -> DSL.floor(DSL.extract(utc, DatePart.SECOND)).cast(SQLDataType.INTEGER);
            default -> throw new IllegalArgumentException("There is no function (" + function + ").");
        };
    }

    /** A week is the one of the year in which its Saturday lies. */
    private static Field<Integer> week(Field<?> utc) {
        Field<java.sql.Date> date = utc.cast(SQLDataType.DATE);
        Field<Integer> left =
                DSL.inline(7).minus(DSL.extract(date, DatePart.DAY_OF_WEEK)).cast(SQLDataType.INTEGER);
        Field<java.sql.Date> saturday = DSL.dateAdd(date, left, DatePart.DAY);
        Field<Integer> day = DSL.extract(saturday, DatePart.DAY_OF_YEAR);
        return DSL.floor(day.minus(1).div(DSL.inline(7))).plus(1).cast(SQLDataType.INTEGER);
    }

    private static Field<?> utc(FieldSchema field, Field<?> value, Dialect dialect) {
        if (field.columnType() == ColumnType.TIMESTAMP_WITH_ZONE) {
            return DSL.field("({0} at time zone 'UTC')", SQLDataType.TIMESTAMP, value);
        }
        if (field.columnType() != ColumnType.MICROS) {
            return value;
        }
        Field<Long> seconds = DSL.floor(value.cast(SQLDataType.NUMERIC(30, 6)).div(DSL.inline(MICROS_PER_SECOND)))
                .cast(SQLDataType.BIGINT);
        return dialect == Dialect.H2
                ? DSL.field("dateadd(second, {0}, timestamp '1970-01-01 00:00:00')", Timestamp.class, seconds)
                : DSL.field("(to_timestamp({0}) at time zone 'UTC')", Timestamp.class, seconds);
    }
}
