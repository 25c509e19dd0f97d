package io.dataflows.web.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.JsonText;
import io.dataflows.engine.MalformedJson;
import io.dataflows.model.query.Paging;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCriteriaTest {
    private static final String FLOW = "474813a8-6f6a-49ca-ab8a-aba31ad3044a";
    private static final Map<String, RunColumn> COLUMNS = Map.of(
            "item", RunColumn.FLOW,
            "collection", RunColumn.COLLECTION,
            "activity.action", RunColumn.ACTION,
            "id", RunColumn.NUMBER,
            "status", RunColumn.STATUS,
            "started_at", RunColumn.STARTED);

    @Test
    void readsTheFilterThatClientsSend() {
        RunQuery query = query("{'collection':{'_eq':'directus_flows'},'item':{'_eq':'" + FLOW
                + "'},'activity':{'action':{'_eq':'run'}}}");

        assertThat(query.flow()).isEqualTo(UUID.fromString(FLOW));
        assertThat(query.numbers()).isEmpty();
    }

    @Test
    void readsListsBareValuesAndAnd() {
        RunQuery query = query("{'_and':[{'id':{'_in':'1,2,3'}},{'id':{'_in':[2,3,4]}},{'status':'failed'}]}");

        assertThat(query.numbers()).containsExactly(2L, 3L);
        assertThat(query.statuses()).containsExactly(RunStatus.FAILED);
    }

    @Test
    void readsTimesToTheMillisecondThatAnswersShow() {
        RunQuery query = query("{'started_at':{'_gt':'2026-03-10T12:00:00.000Z','_lte':'2026-03-11T12:00:00.000Z'}}");

        assertThat(query.startedFrom()).isEqualTo(Instant.parse("2026-03-10T12:00:00.001Z"));
        assertThat(query.startedTo()).isEqualTo(Instant.parse("2026-03-11T12:00:00.001Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'collection':'articles'}",
                "{'activity':{'action':'create'}}",
                "{'item':'abc'}",
                "{'status':'weird'}",
                "{'_and':[{'id':1},{'id':2}]}",
                "{'id':'1;drop'}"
            })
    void knowsWhenNothingCanMatch(String filter) {
        assertThat(criteria(filter).isImpossible()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'zzz':{'_eq':1}}",
                "{'item':{'_neq':'x'}}",
                "{'_or':[{'id':1}]}",
                "{'started_at':{'_gte':'yesterday'}}",
                "{'started_at':{'_eq':'2026-03-10T12:00:00Z'}}",
                "{'item':{'_in':['" + FLOW + "','574813a8-6f6a-49ca-ab8a-aba31ad3044a']}}"
            })
    void refusesWhatItCannotLookFor(String filter) {
        assertThatThrownBy(() -> criteria(filter)).hasMessageStartingWith("Invalid query. ");
    }

    private static RunQuery query(String filter) {
        RunCriteria criteria = criteria(filter);
        assertThat(criteria.isImpossible()).isFalse();
        return criteria.onlyStatuses(List.of(RunStatus.values())).toQuery(false, true, Paging.ALL, false);
    }

    private static RunCriteria criteria(String filter) {
        try {
            return RunCriteria.of((ObjectNode) JsonText.read(filter.replace('\'', '"')), COLUMNS);
        } catch (MalformedJson malformed) {
            throw new IllegalArgumentException(filter, malformed);
        }
    }
}
