package io.dataflows.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowMatcherTest {

    private static final String ROW = "{\"n\":5,\"t\":\"Hello\",\"nil\":null,\"e\":\"\",\"yes\":true,\"d\":"
            + "\"2026-03-09T10:00:00Z\",\"rel\":{\"id\":7},\"many\":[{\"id\":1},{\"id\":2}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"n\":{\"_eq\":\"5\"}}",
                "{\"n\":{\"_neq\":6}}",
                "{\"n\":{\"_in\":\"4,5\"}}",
                "{\"n\":{\"_between\":\"1,5\"}}",
                "{\"n\":{\"_nbetween\":[6,9]}}",
                "{\"t\":{\"_contains\":\"ell\"}}",
                "{\"t\":{\"_contains\":\"HELL\"}}",
                "{\"t\":{\"_icontains\":\"HELL\"}}",
                "{\"t\":{\"_nstarts_with\":\"x\"}}",
                "{\"t\":{\"_niends_with\":\"x\"}}",
                "{\"nil\":{\"_null\":true}}",
                "{\"n\":{\"_null\":\"false\"}}",
                "{\"nil\":{\"_nnull\":false}}",
                "{\"nil\":{\"_eq\":null}}",
                "{\"n\":{\"_neq\":null}}",
                "{\"nil\":{\"_empty\":true}}",
                "{\"e\":{\"_empty\":true}}",
                "{\"t\":{\"_nempty\":true}}",
                "{\"yes\":{\"_eq\":\"true\"}}",
                "{\"d\":{\"_lt\":\"$NOW\"}}",
                "{\"d\":{\"_gt\":\"2026-01-01\"}}",
                "{\"rel\":{\"id\":{\"_gte\":7}}}",
                "{\"many\":{\"_some\":{\"id\":{\"_eq\":2}}}}",
                "{\"many\":{\"_none\":{\"id\":{\"_eq\":3}}}}",
                "{\"_or\":[{\"n\":1},{\"t\":\"Hello\"}]}",
                "{}"
            })
    void matches(String filter) throws JsonProcessingException {
        assertThat(matchesRow(filter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nil\":{\"_neq\":1}}",
                "{\"nil\":{\"_neq\":null}}",
                "{\"nil\":{\"_nin\":[1]}}",
                "{\"nil\":{\"_ncontains\":\"x\"}}",
                "{\"nil\":{\"_nempty\":true}}",
                "{\"missing\":{\"_neq\":1}}",
                "{\"n\":{\"_null\":true}}",
                "{\"n\":{\"_nbetween\":[1,9]}}",
                "{\"n\":{\"_gt\":\"x\"}}",
                "{\"n\":{\"_eq\":null}}",
                "{\"t\":{\"_ncontains\":\"HELL\"}}",
                "{\"d\":{\"_gt\":\"$NOW\"}}",
                "{\"many\":{\"_some\":{\"id\":{\"_eq\":3}}}}",
                "{\"_and\":[{\"n\":5},{\"t\":\"x\"}]}"
            })
    void doesNotMatch(String filter) throws JsonProcessingException {
        assertThat(matchesRow(filter)).isFalse();
    }

    private static boolean matchesRow(String text) throws JsonProcessingException {
        Filter filter = FilterParser.parseQuery(Json.read(text));
        Clock clock = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
        JsonNode row = Json.read(ROW);
        return filter == null || FilterEvaluator.matchesRow(filter.resolve(DynamicVariables.of(null, clock)), row);
    }
}
