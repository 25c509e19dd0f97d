package io.dataflows.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.Refusals;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorBodyTest {
    @Test
    void writesTheReasonAmongTheExtensions() {
        Response answer = ErrorBody.of(Refusals.invalidQuery("\"limit\" must be a number"));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(text(answer))
                .isEqualTo(
                        "{\"errors\":[{\"message\":\"Invalid query. \\\"limit\\\" must be a number.\","
                                + "\"extensions\":{\"reason\":\"\\\"limit\\\" must be a number\",\"code\":\"INVALID_QUERY\"}}]}");
    }

    @Test
    void keepsOneStatusAndTakesSeveralForAServerError() {
        Fault one = Fault.of(ErrorCode.FORBIDDEN, FaultKind.USER, "no");
        Fault other = Fault.of(ErrorCode.INVALID_PAYLOAD, FaultKind.USER, "bad");

        assertThat(ErrorBody.of(new FlowsException(List.of(one, one))).getStatus())
                .isEqualTo(403);
        assertThat(ErrorBody.of(new FlowsException(List.of(one, other))).getStatus())
                .isEqualTo(500);
        assertThat(text(ErrorBody.of(new FlowsException(List.of(one, other))))).contains("no", "bad");
    }

    @Test
    void hidesWhatWentWrongInsideFromAllButAdministrators() {
        Fault inside = Fault.ofPlainError("Error", FaultKind.BUG, "secret detail");

        assertThat(text(ErrorBody.of(inside, false)))
                .doesNotContain("secret")
                .contains("An unexpected error occurred.");
        assertThat(text(ErrorBody.of(inside, true))).contains("secret detail");
        assertThat(ErrorBody.of(inside, true).getStatus()).isEqualTo(500);
    }

    @Test
    void takesAStatusThatHttpDoesNotKnowForAServerError() {
        Fault odd = Fault.of(
                "TEAPOT",
                42,
                FaultKind.USER,
                "short",
                Refusals.forbidden().faults().get(0).extensions());

        assertThat(ErrorBody.of(odd, false).getStatus()).isEqualTo(500);
    }

    @Test
    void givesBugsAnIdAndNothingElse() {
        Response answer = new UnexpectedMapper().toResponse(new IllegalStateException("jdbc:secret"));

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(text(answer))
                .doesNotContain("secret")
                .containsPattern("\"extensions\":\\{\"id\":\"[0-9a-f-]{36}\",\"code\":\"INTERNAL_SERVER_ERROR\"}");
    }

    @Test
    void writesTheContainersRefusalsInTheSameForm() {
        HttpMapper mapper = new HttpMapper();

        assertThat(text(mapper.toResponse(new NotSupportedException()))).contains("UNSUPPORTED_MEDIA_TYPE");
        assertThat(text(mapper.toResponse(new InternalServerErrorException("inside"))))
                .doesNotContain("inside")
                .contains("INTERNAL_SERVER_ERROR");
    }

    private static String text(Response answer) {
        return new String((byte[]) answer.getEntity(), StandardCharsets.UTF_8);
    }
}
