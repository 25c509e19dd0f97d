package io.dataflows.engine.operation.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.capability.HttpAnswer;
import io.dataflows.model.capability.HttpCall;
import io.dataflows.model.capability.HttpCaller;
import io.dataflows.model.capability.HttpHeader;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationInfo;
import io.dataflows.model.operation.Option;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends an HTTP request; rejects when there is no answer, or one whose status isn't 200 to 299. */
@OperationInfo(
        id = "request",
        name = "Webhook / Request URL",
        icon = "link",
        description = "Sends an HTTP request and gives its answer: status, headers and data.",
        effect = Effect.EXTERNAL,
        overview = {
            @OperationInfo.Overview(label = "URL", text = "{{ url }}"),
            @OperationInfo.Overview(label = "Method", text = "{{ method }}")
        })
public final class RequestOperation implements Operation<RequestOperation.Options> {

    /** One row of the header list. */
    public record Header(
            @Option(title = "Header", required = true, placeholder = "Authorization") @Nullable String header,
            @Option(title = "Value", required = true, placeholder = "Bearer …") @Nullable String value) {}

    /** A missing body sends none; a null one is sent as JSON. */
    public record Options(
            @Option(
                            title = "Method",
                            widget = "select",
                            half = true,
                            open = true,
                            defaultValue = "\"GET\"",
                            choices = {
                                @Option.Choice(value = "GET", title = "GET"),
                                @Option.Choice(value = "POST", title = "POST"),
                                @Option.Choice(value = "PATCH", title = "PATCH"),
                                @Option.Choice(value = "DELETE", title = "DELETE")
                            })
                    @Nullable
                    String method,
            @Option(title = "URL", half = true, placeholder = "https://example.com/") @Nullable String url,
            @Option(title = "Headers", widget = "headers", defaultValue = "[]") @Nullable List<Header> headers,
            @Option(
                            title = "Request Body",
                            widget = "textarea",
                            description = "Text, or JSON, which is sent with its content type.")
                    @Nullable
                    JsonNode body) {}

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Outcome run(Options options, StepContext context) {
        String method = options.method() == null || options.method().isEmpty() ? "GET" : options.method();
        HttpCall call = new HttpCall(method, String.valueOf(options.url()), headers(options), options.body());
        RequestSecrets.concealIn(call, context);
        return new Outcome.Pending(
                context.capability(HttpCaller.class).call(call).thenApply(answer -> outcome(answer, context)));
    }

    /** A row without a value sends nothing. */
    private static List<HttpHeader> headers(Options options) {
        List<HttpHeader> headers = new ArrayList<>();
        for (Header row : options.headers() == null ? List.<Header>of() : options.headers()) {
            if (row.value() != null) {
                headers.add(new HttpHeader(row.header() == null ? "" : row.header(), row.value()));
            }
        }
        return headers;
    }

    private static Outcome outcome(HttpAnswer answer, StepContext context) {
        RequestSecrets.concealIn(answer, context);
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put("status", answer.status());
        value.put("statusText", answer.statusText());
        value.set("headers", answer.headers());
        value.set("data", answer.data());
        return answer.isSuccess() ? new Outcome.Resolved(value) : new Outcome.Rejected(fault(answer, value));
    }

    private static Fault fault(HttpAnswer answer, ObjectNode value) {
        return new Fault(
                ErrorCode.UNEXPECTED_RESPONSE.name(),
                answer.status() < 500 ? FaultKind.USER : FaultKind.OPERATIONAL,
                ErrorCode.UNEXPECTED_RESPONSE.status(),
                "Request failed with status code " + answer.status(),
                null,
                JsonNodeFactory.instance.objectNode(),
                value,
                List.of());
    }
}
