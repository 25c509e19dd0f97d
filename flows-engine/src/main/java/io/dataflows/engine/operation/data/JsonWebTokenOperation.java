package io.dataflows.engine.operation.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.model.capability.WebTokens;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationInfo;
import io.dataflows.model.operation.Option;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Signs, verifies or decodes a JSON Web Token. */
@OperationInfo(
        id = "json-web-token",
        name = "JSON Web Token",
        icon = "key",
        description = "Signs, verifies or decodes a JSON Web Token.",
        effect = Effect.PURE,
        overview = @OperationInfo.Overview(label = "Operation", text = "{{ operation }}"))
public final class JsonWebTokenOperation implements Operation<JsonWebTokenOperation.Options> {

    /** Payload and options may be JSON text; they are read only when they are needed. */
    public record Options(
            @Option(
                            title = "Operation",
                            widget = "select",
                            required = true,
                            choices = {
                                @Option.Choice(value = "sign", title = "Sign Token"),
                                @Option.Choice(value = "verify", title = "Verify Token"),
                                @Option.Choice(value = "decode", title = "Decode Token")
                            })
                    @Nullable
                    String operation,
            @Option(
                            title = "Payload",
                            description = "The claims of the new token.",
                            widget = "json",
                            shownWhen = "operation=sign")
                    @Nullable
                    JsonNode payload,
            @Option(
                            title = "Token",
                            shownWhen = {"operation=verify", "operation=decode"})
                    @Nullable
                    String token,
            @Option(
                            title = "Secret",
                            description = "A text for HS algorithms, a key in PEM for RS, PS and ES.",
                            widget = "password",
                            shownWhen = {"operation=sign", "operation=verify"},
                            secret = true)
                    @Nullable
                    String secret,
            @Option(
                            title = "Options",
                            description = "For example algorithm, expiresIn, audience, issuer.",
                            widget = "json",
                            placeholder = "{ \"algorithm\": \"HS256\", \"expiresIn\": \"2h\" }")
                    @Nullable
                    JsonNode options) {}

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Outcome run(Options options, StepContext context) {
        WebTokens tokens = context.capability(WebTokens.class);
        JsonNode how = options.options() == null ? NullNode.getInstance() : options.options();
        String operation = options.operation() == null ? "" : options.operation();
        Instant now = context.clock().instant();
        return new Outcome.Resolved(
                switch (operation) {
                    case "sign" -> {
                        JsonNode payload = given("payload", options.payload());
                        String token = tokens.sign(payload, given("secret", options.secret()), how, now);
                        context.conceal(token);
                        yield TextNode.valueOf(token);
                    }
                    case "verify" ->
                        tokens.verify(given("token", options.token()), given("secret", options.secret()), how, now);
                    case "decode" -> tokens.decode(given("token", options.token()), how);
                    default -> throw error("Undefined \"Operation\" for JSON Web Token");
                });
    }

    private static String given(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw undefined(name);
        }
        return value;
    }

    /** Null, false, 0 and an empty text count as not given. */
    private static JsonNode given(String name, @Nullable JsonNode value) {
        boolean given = value != null
                && (value.isTextual() ? !value.textValue().isEmpty() : value.isContainerNode() || value.asBoolean());
        if (value == null || !given) {
            throw undefined(name);
        }
        return value;
    }

    private static FlowsException undefined(String name) {
        return error("Undefined JSON Web Token " + name);
    }

    private static FlowsException error(String message) {
        return new FlowsException(Fault.ofPlainError("Error", FaultKind.USER, message));
    }
}
