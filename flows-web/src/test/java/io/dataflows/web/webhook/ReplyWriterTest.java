package io.dataflows.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.JsonText;
import io.dataflows.engine.MalformedJson;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.run.RunId;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyWriterTest {
    private static final RunId RUN = new RunId(new UUID(0, 1));
    private final ReplyWriter writer = new ReplyWriter(null, false, null);

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"text\"", "1", "-0.5", "true", "{\"data\":null}"})
    void sendsAValueAsItIs(String value) throws MalformedJson {
        Response answer = writer.write(new Reply.Answered(RUN, JsonText.read(value)));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeaderString("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(text(answer)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "0.0", "-0", "false", "\"\""})
    void sendsNothingForWhatCountsAsNothing(String value) throws MalformedJson {
        assertThat(writer.write(new Reply.Answered(RUN, JsonText.read(value))).getStatus())
                .isEqualTo(204);
    }

    @Test
    void sendsNothingForNoValueAndForARunThatGoesOn() {
        assertThat(writer.write(new Reply.Answered(RUN, null)).getStatus()).isEqualTo(204);
        assertThat(writer.write(new Reply.Accepted(RUN)).getStatus()).isEqualTo(204);
    }

    @Test
    void sendsARefusalAsAnError() {
        Response answer = writer.write(
                new Reply.Refused(null, Refusals.forbidden().faults().get(0)));

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(text(answer)).contains("FORBIDDEN");
    }

    @Test
    void exportsTheMemberDataWhenAsked() throws MalformedJson {
        Reply reply = new Reply.Answered(RUN, JsonText.read("{\"data\":[{\"a\":1},{\"a\":2,\"b\":\"x\\\"y\"}]}"));

        Response csv = new ReplyWriter("csv", false, null).write(reply);

        assertThat(text(csv)).isEqualTo("\"a\",\"b\"\n1,\n2,\"x\"\"y\"");
        assertThat(csv.getHeaderString("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(text(new ReplyWriter("json", false, null).write(reply))).startsWith("[{\"a\":1}");
    }

    private static String text(Response answer) {
        return new String((byte[]) answer.getEntity(), StandardCharsets.UTF_8);
    }
}
