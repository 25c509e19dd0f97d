package io.dataflows.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.model.run.FlowObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of conditions beyond the recorded cases: a filter on {@code x}, the value of {@code x}, whether it passes. */
class FilterRulesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                // Letters whose other case is special
                "{\"_istarts_with\":\"s\"}~\"\\u017f\"~false",
                "{\"_istarts_with\":\"i\"}~\"\\u0131x\"~false",
                "{\"_istarts_with\":\"i\"}~\"\\u0130x\"~false",
                "{\"_istarts_with\":\"k\"}~\"\\u212a\"~false",
                "{\"_iends_with\":\"\\u03bc\"}~\"x\\u00b5\"~true",
                "{\"_iends_with\":\"\\u03c3\"}~\"\\u03c2\"~true",
                "{\"_iends_with\":\"SS\"}~\"stra\\u00df\"~false",
                "{\"_istarts_with\":\"\\u00e4\"}~\"\\u00c4x\"~true",
                "{\"_nistarts_with\":\"s\"}~\"\\u017f\"~true",
                "{\"_icontains\":\"k\"}~\"x\\u212a\"~true",
                "{\"_icontains\":\"s\"}~\"\\u017f\"~false",
                "{\"_icontains\":\"i\"}~\"\\u0131\"~false",
                "{\"_icontains\":\"STRASSE\"}~\"stra\\u00dfe\"~false",
                "{\"_icontains\":\"STRA\\u1e9eE\"}~\"stra\\u00dfe\"~true",
                // Numbers in text
                "{\"_eq\":\"0x10\"}~16~true",
                "{\"_eq\":\"1e3\"}~1000~true",
                "{\"_eq\":\" 5 \"}~5~true",
                "{\"_eq\":5}~\" 5\"~false",
                "{\"_eq\":\"\"}~0~false",
                "{\"_eq\":\"\\u0665\"}~5~false",
                "{\"_gt\":\"4\"}~\"5\"~true",
                "{\"_gt\":4}~\" 5 \"~true",
                "{\"_gt\":4}~\"0x10\"~false",
                "{\"_gt\":4}~\"\"~false",
                "{\"_gt\":4}~true~false",
                "{\"_gt\":null}~1~true",
                "{\"_gte\":true}~1~true",
                "{\"_lt\":\"Infinity\"}~5~true",
                "{\"_in\":\"1,2, 3\"}~\"2\"~true",
                "{\"_in\":\"1,2, 3\"}~\"3\"~false",
                "{\"_in\":\"1,2\"}~2~false",
                "{\"_in\":{\"a\":1,\"b\":2}}~2~true",
                "{\"_in\":[[1,2],3]}~2~true",
                "{\"_in\":[]}~2~true",
                "{\"_nin\":[1]}~null~true",
                "{\"_between\":[1]}~1~false",
                "{\"_between\":[1,5,9]}~7~false",
                "{\"_between\":[null,5]}~3~true",
                "{\"_between\":\"1,5\"}~3~true",
                // Dates
                "{\"_lt\":\"$NOW\"}~\"2026-03-10T11:59:59Z\"~true",
                "{\"_gt\":\"$NOW(-1 day)\"}~\"2026-03-09T12:00:01Z\"~true",
                "{\"_gt\":\"$NOW((-1 day))\"}~\"2026-03-10T11:00:00Z\"~false",
                "{\"_gt\":\"$NOWADAYS\"}~\"2026-03-11\"~true",
                "{\"_gt\":\"$NOW()\"}~\"2026-03-11\"~true",
                "{\"_gt\":\"2026-02-30\"}~\"2026-03-03\"~true",
                "{\"_gt\":\"2026-02-30\"}~\"2026-03-02\"~false",
                "{\"_gt\":\"2026-02-32\"}~\"2026-03-03\"~false",
                "{\"_lt\":\"2026-03-10\"}~\"room 12b\"~false",
                "{\"_between\":[\"$NOW(-1 day)\",\"$NOW(+1 day)\"]}~\"2026-03-10\"~true",
                // Nothing
                "{\"_null\":false}~null~true",
                "{\"_nnull\":null}~0~true",
                "{\"_empty\":true}~[]~false",
                "{\"_empty\":true}~null~false",
                "{\"_nempty\":true}~null~true",
                "{\"_submitted\":false}~null~true",
                "{}~null~true",
                "{\"_regex\":\"/^a.c$/\"}~\"abc\"~true",
                "{\"_regex\":\"/abc/i\"}~\"ABC\"~false",
                "{\"_regex\":\"^.{2}$\"}~\"\\ud83d\\ude00\"~true",
                "{\"_regex\":null}~\"a\"~false",
            })
    void judgesByTheRules(String filter, String value, boolean passes) {
        FlowObject data = new FlowObject(NullNode.getInstance(), NullNode.getInstance(), Json.object());
        data.record("x", Flows.json(value));
        CompiledFilter compiled = CompiledFilter.compile(Json.object().set("x", Flows.json(filter)));
        assertThat(compiled.evaluate(data, null, CLOCK).passes()).isEqualTo(passes);
    }
}
