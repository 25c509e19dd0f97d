package io.dataflows.engine.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import io.dataflows.engine.json.OptionConversion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** JSON values as JavaScript judges and writes them. */
final class Values {

    private static final double LAST_DATE = 8.64e15;
    private static final DateTimeFormatter AFTER_YEAR = DateTimeFormatter.ofPattern("-MM-dd'T'HH:mm:ss.SSS'Z'");

    private Values() {}

    /** Whether the value counts as given: not missing, null, false, 0 or an empty text. */
    static boolean truthy(JsonNode value) {
        if (value.isTextual()) {
            return !value.textValue().isEmpty();
        } else if (value.isNumber()) {
            return value.doubleValue() != 0;
        }
        return value.isContainerNode() || value.booleanValue();
    }

    /** An option's value, read when it is JSON text. */
    static JsonNode parsed(JsonNode value) {
        try {
            return OptionConversion.toObject(value);
        } catch (JsonProcessingException noJson) {
            throw TokenErrors.syntax(noJson.getOriginalMessage());
        }
    }

    /** A number of seconds; whole ones without decimals. */
    static JsonNode seconds(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
        return whole ? LongNode.valueOf((long) value) : DecimalNode.valueOf(BigDecimal.valueOf(value));
    }

    /** The date in JSON, or null when it is beyond all dates. */
    static @Nullable String date(double seconds) {
        double millis = seconds * 1000;
        if (!(Math.abs(millis) <= LAST_DATE)) {
            return null;
        }
        var date = Instant.ofEpochMilli((long) millis).atOffset(ZoneOffset.UTC);
        int year = date.getYear();
        String yearText = String.format(Locale.ROOT, year >= 0 && year <= 9999 ? "%04d" : "%+07d", year);
        return yearText + AFTER_YEAR.format(date);
    }
}
