package io.dataflows.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryStringTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a=1 | {\"a\":\"1\"}",
                "a=1&b[]=x&b[]=y&c[d]=e&f=&g=1,2 | {\"a\":\"1\",\"b\":[\"x\",\"y\"],\"c\":{\"d\":\"e\"},\"f\":\"\",\"g\":\"1,2\"}",
                "a=1&a=2&a=3 | {\"a\":[\"1\",\"2\",\"3\"]}",
                "a[1]=y&a[0]=x | {\"a\":[\"x\",\"y\"]}",
                "a[7]=x | {\"a\":[\"x\"]}",
                "a[501]=x | {\"a\":{\"501\":\"x\"}}",
                "a=1&a[]=2 | {\"a\":[\"1\",\"2\"]}",
                "a[][b]=1&a[][b]=2 | {\"a\":[{\"b\":\"1\"},{\"b\":\"2\"}]}",
                "filter[name][_eq]=F+1 | {\"filter\":{\"name\":{\"_eq\":\"F 1\"}}}",
                "filter%5Bname%5D=%C3%BC | {\"filter\":{\"name\":\"ü\"}}",
                "a=%zz | {\"a\":\"%zz\"}",
                "a&b | {\"a\":\"\",\"b\":\"\"}",
                "=1&&a=2 | {\"a\":\"2\"}",
                "a=b=c | {\"a\":\"b=c\"}",
                "__proto__[x]=1&a[__proto__]=2&constructor=3 | {}",
                "a[b=1 | {\"a\":\"1\"}",
                "[a]=1 | {\"[a]\":\"1\"}",
                "a[b]x=1 | {\"a\":{\"b\":\"1\"}}",
            })
    void readsBrackets(String query, String expected) {
        assertThat(QueryString.parse(query)).hasToString(expected);
    }

    @Test
    void readsNoQueryAsNothing() {
        assertThat(QueryString.parse(null)).isEmpty();
        assertThat(QueryString.parse("")).isEmpty();
    }

    @Test
    void keepsWhatIsDeeperThanTenAsOneName() {
        assertThat(QueryString.parse("a" + "[b]".repeat(12) + "=1").toString())
                .isEqualTo("{\"a\":" + "{\"b\":".repeat(10) + "{\"[b][b]\":\"1\"}" + "}".repeat(11));
    }

    @Test
    void readsAThousandParametersAtMost() {
        assertThat(QueryString.parse("a=1&".repeat(1_000) + "b=2").has("b")).isFalse();
        assertThat(QueryString.parse("a=1&".repeat(999) + "b=2").has("b")).isTrue();
    }
}
