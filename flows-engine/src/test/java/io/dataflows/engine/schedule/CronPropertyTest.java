package io.dataflows.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random rules, near the days on which clocks are changed, against a scan of every instant. */
class CronPropertyTest {

    private static final List<ZoneId> ZONES = Stream.of(
                    "UTC",
                    "Europe/Berlin",
                    "America/New_York",
                    "Australia/Lord_Howe",
                    "Africa/Casablanca",
                    "Asia/Beirut",
                    "Pacific/Apia",
                    "Asia/Kathmandu")
            .map(ZoneId::of)
            .toList();

    private static final int[][] BOUNDS = {{0, 59}, {0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 6}};

    private final Random random = new Random(20261123);

    @Test
    void findsWhatAScanOfEveryMinuteFinds() {
        for (int round = 0; round < 1_500; round++) {
            Rule rule = rule(Set.of(0));
            check(rule, start(rule.zone()), Duration.ofMinutes(1), 2 * 24 * 60);
        }
    }

    @Test
    void findsWhatAScanOfEverySecondFinds() {
        for (int round = 0; round < 300; round++) {
            Rule rule = rule(values(0));
            check(rule, start(rule.zone()), Duration.ofSeconds(1), 3 * 60 * 60);
        }
    }

    private void check(Rule rule, Instant after, Duration step, int steps) {
        Optional<Instant> next = CronExpression.parse(rule.text()).next(after, rule.zone());
        Instant at = after;
        for (int index = 0; index < steps; index++) {
            at = at.plus(step);
            if (rule.slow().fires(at)) {
                assertThat(next)
                        .as("%s after %s in %s", rule.text(), after, rule.zone())
                        .contains(at);
                return;
            }
        }
        Instant end = at;
        assertThat(next.filter(found -> !found.isAfter(end)))
                .as("%s after %s in %s", rule.text(), after, rule.zone())
                .isEmpty();
    }

    private record Rule(String text, SlowCron slow, ZoneId zone) {}

    private Rule rule(Set<Integer> seconds) {
        List<Set<Integer>> fields = new ArrayList<>(List.of(seconds));
        List<String> texts = new ArrayList<>(List.of(text(seconds)));
        boolean namesHours = true;
        for (int unit = 1; unit < BOUNDS.length; unit++) {
            boolean star = unit == 2 ? random.nextBoolean() : unit > 2 && random.nextInt(4) > 0;
            Set<Integer> values = star ? all(unit) : values(unit);
            fields.add(values);
            texts.add(star ? "*" : text(values));
            namesHours = unit == 2 ? values.size() < 24 : namesHours;
        }
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        return new Rule(String.join(" ", texts), new SlowCron(fields, namesHours, zone), zone);
    }

    /** A whole minute in the hours around a change of the clocks from 2011 to 2026, or anywhere in those years. */
    private Instant start(ZoneId zone) {
        Instant any = Instant.parse("2011-01-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(15 * 365 * 24)));
        var change = zone.getRules().nextTransition(any);
        boolean near = change != null && random.nextInt(3) > 0;
        return near ? change.getInstant().minus(Duration.ofMinutes(random.nextInt(-120, 180))) : any;
    }

    private static Set<Integer> all(int unit) {
        return IntStream.rangeClosed(BOUNDS[unit][0], BOUNDS[unit][1])
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Integer> values(int unit) {
        // Clocks are changed at night: hours that name it are the ones to look at.
        int[] bounds = unit == 2 && random.nextBoolean() ? new int[] {0, 4} : BOUNDS[unit];
        return IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(index -> bounds[0] + random.nextInt(bounds[1] - bounds[0] + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Set<Integer> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
