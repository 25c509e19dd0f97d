package io.dataflows.engine.operation.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.capability.HttpAnswer;
import io.dataflows.model.capability.HttpCall;
import io.dataflows.model.capability.HttpHeader;
import io.dataflows.model.operation.StepContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the secrets in requests and answers, so that no stored run shows them. */
final class RequestSecrets {

    private static final Pattern URL_PASSWORD = Pattern.compile("//[^/?#:]*:([^/?#]+)@");
    private static final Pattern COOKIE_VALUE = Pattern.compile("(?:^|;)\\s*[^=;]+=([^;]*)");

    /** A shorter part of a header would mask half of what is stored. */
    private static final int SHORTEST_PART = 4;

    private RequestSecrets() {}

    static void concealIn(HttpCall call, StepContext context) {
        for (HttpHeader header : call.headers()) {
            if (context.concealment().isSecretHeader(header.name())) {
                concealHeader(header, context);
            }
        }
        concealPart(URL_PASSWORD.matcher(call.url()), context);
    }

    static void concealIn(HttpAnswer answer, StepContext context) {
        for (var header : answer.headers().properties()) {
            if (context.concealment().isSecretHeader(header.getKey())) {
                values(header.getValue()).forEach(value -> concealAnswered(header.getKey(), value, context));
            }
        }
    }

    private static List<String> values(JsonNode header) {
        List<String> values = new ArrayList<>();
        header.forEach(value -> values.add(value.asText()));
        return header.isArray() ? values : List.of(header.asText());
    }

    private static void concealAnswered(String name, String value, StepContext context) {
        context.conceal(value);
        if (name.equals("set-cookie")) {
            // What follows the first part of a cookie says where it counts and is no secret.
            concealPart(COOKIE_VALUE.matcher(value.split(";", 2)[0]), context);
        }
    }

    private static void concealHeader(HttpHeader header, StepContext context) {
        String value = header.value().strip();
        context.conceal(value);
        if (header.name().equalsIgnoreCase("cookie")) {
            Matcher cookies = COOKIE_VALUE.matcher(value);
            while (cookies.find()) {
                concealLong(cookies.group(1), context);
            }
        } else {
            concealLong(value.substring(value.indexOf(' ') + 1), context);
        }
    }

    private static void concealPart(Matcher matcher, StepContext context) {
        if (matcher.find()) {
            concealLong(matcher.group(1), context);
        }
    }

    private static void concealLong(String part, StepContext context) {
        if (part.length() >= SHORTEST_PART) {
            context.conceal(part);
        }
    }
}
