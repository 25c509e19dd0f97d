package io.dataflows.engine.ee.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.json.Json;
import io.dataflows.model.flow.JournalPolicy;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.run.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class RunBatchTest {

    private final DataSource source = TestSource.freshH2();
    private final WatchedSource watched = new WatchedSource(source);

    private static List<RunRecord> runs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new RunRecord(
                        new RunId(UUID.randomUUID()),
                        0,
                        UUID.randomUUID(),
                        1,
                        "webhook",
                        JournalPolicy.ALL,
                        RunStatus.SUCCEEDED,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        null,
                        null,
                        null,
                        null,
                        1,
                        null,
                        null,
                        Json.object().put("n", i)))
                .toList();
    }

    @Test
    void writesTwoHundredRunsInTwoBatchesAndOneCommitWithoutReadingThem() {
        try (Database database = Database.open(watched.source())) {
            database.runs().save(runs(1));
            watched.forget();

            database.runs().save(runs(200));
        }

        assertThat(watched.count("commit")).isEqualTo(1);
        assertThat(watched.count("executeBatch")).isEqualTo(2);
        assertThat(watched.count("executeQuery"))
                .as("only the sequence is asked, once for 50 numbers")
                .isEqualTo(4);
        assertThat(TestSource.number(source, "select count(*) from df_run_document"))
                .isEqualTo(201);
    }
}
