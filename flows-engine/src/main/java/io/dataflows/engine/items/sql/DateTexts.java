package io.dataflows.engine.items.sql;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.filter.DateText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Dates and times as the API writes them. A date and time that names no zone is taken for UTC where one is needed. */
final class DateTexts {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final long MICROS_PER_SECOND = 1_000_000;
    /** What both databases hold. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private DateTexts() {}

    static LocalDate date(JsonNode value) throws UnfitValue {
        String text = value.asText("").strip();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notAlone) {
            return utc(value).toLocalDate();
        }
    }

    static LocalTime time(JsonNode value) throws UnfitValue {
        try {
            return LocalTime.parse(value.asText("").strip());
        } catch (DateTimeException unreadable) {
            throw new UnfitValue(UnfitValue.Why.TYPE, "The value is no time of day.");
        }
    }

    static LocalDateTime dateTime(JsonNode value) throws UnfitValue {
        String text = value.asText("").strip().replace(' ', 'T');
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException zoned) {
            return utc(value);
        }
    }

    static OffsetDateTime instant(JsonNode value) throws UnfitValue {
        return moment(value).atOffset(ZoneOffset.UTC);
    }

    static long micros(JsonNode value) throws UnfitValue {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment(value));
    }

    static Instant ofMicros(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_PER_SECOND), Math.floorMod(micros, MICROS_PER_SECOND) * 1_000);
    }

    static String text(Instant instant) {
        return INSTANT.format(instant);
    }

    static String text(LocalDateTime dateTime) {
        return DATE_TIME.format(dateTime);
    }

    static String text(LocalTime time) {
        return TIME.format(time);
    }

    private static LocalDateTime utc(JsonNode value) throws UnfitValue {
        return LocalDateTime.ofInstant(moment(value), ZoneOffset.UTC);
    }

    private static Instant moment(JsonNode value) throws UnfitValue {
        Instant instant = value.isNumber()
                ? Instant.ofEpochMilli(NumberText.whole(value, FIRST.toEpochMilli(), LAST.toEpochMilli()))
                : parsed(value);
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new UnfitValue(UnfitValue.Why.RANGE, "The date is out of range.");
        }
        return instant;
    }

    private static Instant parsed(JsonNode value) throws UnfitValue {
        Instant instant = value.isTextual() ? DateText.parse(value.textValue().strip()) : null;
        if (instant == null) {
            throw new UnfitValue(UnfitValue.Why.TYPE, "The value is no date.");
        }
        return instant;
    }
}
