package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A date inside an operand: a node of its own, since a date never equals its text. */
public final class Moment {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter SPOKEN =
            DateTimeFormatter.ofPattern("EEE MMM dd uuuu HH:mm:ss 'GMT'xx '('zzzz')'", Locale.ENGLISH);

    private Moment() {}

    static JsonNode node(Instant instant) {
        return new POJONode(instant);
    }

    /** The date that an operand carries, or null where it is an ordinary value. */
    public static @Nullable Instant of(JsonNode operand) {
        return operand instanceof POJONode node && node.getPojo() instanceof Instant instant ? instant : null;
    }

    /** The operand as plain JSON: a date becomes ISO text in milliseconds. */
    static JsonNode plain(JsonNode operand) {
        Instant instant = of(operand);
        return instant == null ? operand : TextNode.valueOf(ISO.format(instant));
    }

    /** The date as validation messages show it. */
    static String spoken(Instant instant, ZoneId zone) {
        ZoneId named = zone.normalized().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
        return SPOKEN.withZone(named).format(instant);
    }
}
