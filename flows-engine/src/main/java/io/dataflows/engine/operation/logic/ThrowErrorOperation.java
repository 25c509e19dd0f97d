package io.dataflows.engine.operation.logic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationInfo;
import io.dataflows.model.operation.OperationInfo.Overview;
import io.dataflows.model.operation.Option;
import io.dataflows.model.operation.Option.Choice;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Always rejects, with the error that the flow's author describes. */
@OperationInfo(
        id = "throw-error",
        name = "Throw Error",
        icon = "error",
        description = "Rejects with a code, a status and a message of your own.",
        effect = Effect.PURE,
        overview = {
            @Overview(label = "Code", text = "{{ code }}"),
            @Overview(label = "Status", text = "{{ status }}"),
            @Overview(label = "Message", text = "{{ message }}")
        })
public final class ThrowErrorOperation implements Operation<ThrowErrorOperation.Options> {

    /** Each falls back to that of an internal error. */
    public record Options(
            @Option(
                            title = "Error Code",
                            description = "A code of the platform, or one of your own.",
                            widget = "select",
                            defaultValue = "\"INTERNAL_SERVER_ERROR\"",
                            open = true,
                            choices = {
                                @Choice("FORBIDDEN"),
                                @Choice("INVALID_CREDENTIALS"),
                                @Choice("INVALID_IP"),
                                @Choice("INVALID_OTP"),
                                @Choice("USER_SUSPENDED"),
                                @Choice("TOKEN_EXPIRED"),
                                @Choice("INVALID_TOKEN"),
                                @Choice("INVALID_PAYLOAD"),
                                @Choice("INVALID_QUERY"),
                                @Choice("FAILED_VALIDATION"),
                                @Choice("RECORD_NOT_UNIQUE"),
                                @Choice("INVALID_FOREIGN_KEY"),
                                @Choice("NOT_NULL_VIOLATION"),
                                @Choice("CONTAINS_NULL_VALUES"),
                                @Choice("VALUE_TOO_LONG"),
                                @Choice("VALUE_OUT_OF_RANGE"),
                                @Choice("ROUTE_NOT_FOUND"),
                                @Choice("METHOD_NOT_ALLOWED"),
                                @Choice("OUT_OF_TIME"),
                                @Choice("CONTENT_TOO_LARGE"),
                                @Choice("UNSUPPORTED_MEDIA_TYPE"),
                                @Choice("UNPROCESSABLE_CONTENT"),
                                @Choice("REQUESTS_EXCEEDED"),
                                @Choice("EMAIL_LIMIT_EXCEEDED"),
                                @Choice("LIMIT_EXCEEDED"),
                                @Choice("RESOURCE_RESTRICTED"),
                                @Choice("INTERNAL_SERVER_ERROR"),
                                @Choice("SERVICE_UNAVAILABLE"),
                                @Choice("UNEXPECTED_RESPONSE")
                            })
                    @Nullable
                    String code,
            @Option(
                            title = "HTTP Status",
                            description = "The status of the answer where the caller gets this error.",
                            widget = "select",
                            defaultValue = "500",
                            open = true,
                            choices = {
                                @Choice(value = "400", title = "400 Bad Request"),
                                @Choice(value = "401", title = "401 Unauthorized"),
                                @Choice(value = "403", title = "403 Forbidden"),
                                @Choice(value = "404", title = "404 Not Found"),
                                @Choice(value = "405", title = "405 Method Not Allowed"),
                                @Choice(value = "422", title = "422 Unprocessable Content"),
                                @Choice(value = "429", title = "429 Too Many Requests"),
                                @Choice(value = "500", title = "500 Internal Server Error")
                            })
                    @Nullable
                    Integer status,
            @Option(
                            title = "Error Message",
                            description = "What people read.",
                            defaultValue = "\"An unexpected error occurred.\"")
                    @Nullable
                    String message) {}

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Outcome run(Options options, StepContext context) {
        String code = options.code() == null ? "" : options.code().trim();
        return new Outcome.Rejected(Fault.of(
                code.isEmpty() ? ErrorCode.INTERNAL_SERVER_ERROR.name() : code.toUpperCase(Locale.ROOT),
                options.status() == null ? ErrorCode.INTERNAL_SERVER_ERROR.status() : options.status(),
                FaultKind.USER,
                options.message() == null ? "An unexpected error occurred." : options.message(),
                JsonNodeFactory.instance.objectNode()));
    }
}
