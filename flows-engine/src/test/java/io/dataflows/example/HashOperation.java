package io.dataflows.example;

import com.fasterxml.jackson.databind.node.TextNode;
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
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs a text with a key, so that its receiver can tell who sent it. */
@OperationInfo(
        id = "hash",
        name = "Sign Text",
        icon = "fingerprint",
        description = "Makes the signature (HMAC) of a text.",
        effect = Effect.PURE,
        overview = @Overview(label = "Method", text = "{{ method }}"))
public final class HashOperation implements Operation<HashOperation.Options> {

    /** Any text may be signed, an empty one, too; the key may not be empty. */
    public record Options(
            @Option(title = "Text", widget = "textarea", placeholder = "{{ $trigger.body }}") @Nullable String text,
            @Option(title = "Key", widget = "password", required = true, half = true, secret = true) @Nullable
                    String key,
            @Option(
                            title = "Method",
                            widget = "select",
                            half = true,
                            defaultValue = "\"HmacSHA256\"",
                            choices = {
                                @Choice(value = "HmacSHA256", title = "SHA-256"),
                                @Choice(value = "HmacSHA512", title = "SHA-512")
                            })
                    @Nullable
                    String method) {}

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Outcome run(Options options, StepContext context) throws GeneralSecurityException {
        if (options.key() == null || options.key().isEmpty()) {
            return new Outcome.Rejected(Fault.of(
                    ErrorCode.INVALID_PAYLOAD, FaultKind.USER, "Key is missing. Maybe {{ $env.SIGNING_KEY }}."));
        }
        String method = "HmacSHA512".equals(options.method()) ? "HmacSHA512" : "HmacSHA256";
        Mac mac = Mac.getInstance(method);
        mac.init(new SecretKeySpec(options.key().getBytes(StandardCharsets.UTF_8), method));
        String text = options.text() == null ? "" : options.text();
        byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return new Outcome.Resolved(TextNode.valueOf(HexFormat.of().formatHex(signature)));
    }
}
