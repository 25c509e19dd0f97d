package io.dataflows.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronExpressionTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 12 * * 5L | word (l)",
                "0 0 * * 8 | weekday field (8) that is out of range",
                "60 * * * * * | second field (60)",
                "0 0 0 32 * * | day of month field (32)",
                "0 0 0 * 0 * | month field (0)",
                "5-1 * * * * | minute field (5-1) that is a range that runs backwards",
                "*/0 * * * * | minute field (*/0) that has a step of zero",
                "1,,2 * * * * | minute field () that can't be read",
                "*5 * * * * | minute field (*5) that can't be read",
                "** * * * * | minute field (**)",
                "1-* * * * * | minute field (1-*)",
                "5/-1 * * * * | minute field (5/-1)",
                "99999999999999999999 * * * * | minute field (99999999999999999999) that is out of range",
                "* * * * | has 4 fields",
                "'' | has 0 fields",
                "@midnight | word (mid)",
                "MONDAY * * * * | word (day)"
            })
    void namesTheFieldAndTheValueThatAreWrong(String rule, String fact) {
        assertThatThrownBy(() -> CronExpression.parse(rule)).hasMessageContaining(fact);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 * * 7 | 0 0 * * 0",
                "0 0 * * 5-7 | 0 0 * * 5,6,0",
                "0 0 * * */2 | 0 0 * * 0,2,4,6",
                "0 0 * * fri-SAT | 0 0 * * 5,6",
                "0 0 1 Jan-mAr * | 0 0 1 1,2,3 *",
                "*/99999999999 * * * * | 0 * * * *",
                "10-40/100 * * * * | 10 * * * *",
                "007 * * * * | 7 * * * *",
                "*,5 * * * * | * * * * *",
                "@YEARLY | 0 0 1 1 *",
                "@secondly | * * * * * *",
                "0 0 1-31 * 1 | 0 0 * * 1",
                "0 0 13 * 0-6 | 0 0 13 * *",
                "0 0\u00a01 1 * | 0 0 1 1 *"
            })
    void readsTheSameRuleInAnotherSpelling(String rule, String same) {
        assertThat(fires(rule, "2026-03-10T11:58:30Z", ZoneOffset.UTC, 20))
                .isEqualTo(fires(same, "2026-03-10T11:58:30Z", ZoneOffset.UTC, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 30 2 *", "0 0 31 4,6,9,11 *", "* * * 31 feb *", "0 0 30,31 2 0-7"})
    void neverFiresOnDaysThatNoYearHas(String rule) {
        CronExpression cron = CronExpression.parse(rule);
        assertThat(cron.neverFires()).isTrue();
        assertThat(cron.next(Instant.EPOCH, BERLIN)).isEmpty();
    }

    @Test
    void firesOnAWeekdayWhereTheDayOfTheMonthNeverComes() {
        assertThat(fires("0 0 30 2 1", "2026-02-01T00:00:00Z", ZoneOffset.UTC, 1))
                .containsExactly(Instant.parse("2026-02-02T00:00:00Z"));
    }

    @Test
    void findsTheLeapDayAfterAYearThatIsNone() {
        assertThat(fires("0 0 29 2 *", "2096-02-29T00:00:00Z", ZoneOffset.UTC, 1))
                .containsExactly(Instant.parse("2104-02-29T00:00:00Z"));
    }

    @Test
    void neverGivesTheInstantItself() {
        assertThat(fires("* * * * * *", "2026-03-10T11:58:30.999Z", ZoneOffset.UTC, 2))
                .containsExactly(Instant.parse("2026-03-10T11:58:31Z"), Instant.parse("2026-03-10T11:58:32Z"));
    }

    @Test
    void firesRightAfterTheGapForANamedHourThatTheGapSwallowed() {
        assertThat(local("30 2 * * *", "2026-03-28T03:00:00Z", 2))
                .containsExactly("2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00");
    }

    @Test
    void firesOnceForSeveralTimesInOneGap() {
        assertThat(local("0,15,30 2,3 * * *", "2026-03-29T00:30:00Z", 3))
                .containsExactly("2026-03-29T03:00+02:00", "2026-03-29T03:15+02:00", "2026-03-29T03:30+02:00");
    }

    @Test
    void firesOnceForANamedHourThatTheClockShowsTwice() {
        assertThat(local("30 2 * * *", "2026-10-24T22:00:00Z", 2))
                .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
    }

    @Test
    void goesOnWithTheWallClockForStepsAndStars() {
        assertThat(local("30 * * * *", "2026-10-24T23:00:00Z", 4))
                .containsExactly(
                        "2026-10-25T01:30+02:00",
                        "2026-10-25T02:30+02:00",
                        "2026-10-25T02:30+01:00",
                        "2026-10-25T03:30+01:00");
        assertThat(local("30 */2 * * *", "2026-03-28T23:00:00Z", 2))
                .containsExactly("2026-03-29T00:30+01:00", "2026-03-29T04:30+02:00");
    }

    @Test
    void firesAfterADayThatACountrySkipped() {
        assertThat(fires("0 12 30 12 *", "2011-12-29T00:00:00Z", ZoneId.of("Pacific/Apia"), 1))
                .containsExactly(Instant.parse("2011-12-30T10:00:00Z"));
    }

    private static List<String> local(String rule, String after, int count) {
        return fires(rule, after, BERLIN, count).stream()
                .map(instant -> ZonedDateTime.ofInstant(instant, BERLIN)
                        .toOffsetDateTime()
                        .toString())
                .toList();
    }

    private static List<Instant> fires(String rule, String after, ZoneId zone, int count) {
        CronExpression cron = CronExpression.parse(rule);
        return Stream.iterate(cron.next(Instant.parse(after), zone).orElseThrow(), last -> cron.next(last, zone)
                        .orElseThrow())
                .limit(count)
                .toList();
    }
}
