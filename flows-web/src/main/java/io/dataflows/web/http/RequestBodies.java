package io.dataflows.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.ApiLimits;
import io.dataflows.engine.JsonText;
import io.dataflows.engine.MalformedJson;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.Refusals;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads bodies: so many bytes at most, and JSON objects and lists only. */
@Dependent
public final class RequestBodies {
    private static final String JSON = "application/json";

    private final long limit;

    @Inject
    public RequestBodies(ApiLimits limits) {
        this.limit = limits.maxPayloadSize();
    }

    /**
     * The bytes as they came.
     *
     * @param announced the {@code Content-Length}, or a negative number
     * @throws FlowsException INVALID_PAYLOAD when there are too many
     */
    public byte[] bytes(InputStream body, long announced) {
        if (announced > limit) {
            throw tooLarge();
        }
        try {
            byte[] bytes = body.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > limit) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException broken) {
            throw Refusals.invalidPayload("The body could not be read to its end");
        }
    }

    /**
     * The JSON of an API call; nothing where there is no body.
     *
     * @throws FlowsException INVALID_PAYLOAD, or UNSUPPORTED_MEDIA_TYPE for a body that isn't said to be JSON
     */
    public Optional<JsonNode> json(InputStream body, ApiCall call) {
        byte[] bytes = bytes(body, call.contentLength());
        if (bytes.length == 0) {
            return Optional.empty();
        }
        requirePlain(call.header("Content-Encoding"));
        if (!isJson(call.header("Content-Type"))) {
            throw unsupported("Only a body of content type \"application/json\" can be read.");
        }
        return Optional.of(parse(bytes));
    }

    /** The same, where no body means an empty object. */
    public JsonNode jsonOrEmpty(InputStream body, ApiCall call) {
        return json(body, call).orElseGet(call::emptyObject);
    }

    /** @throws FlowsException INVALID_PAYLOAD for anything but one object or list */
    public static JsonNode parse(byte[] bytes) {
        JsonNode value;
        try {
            value = JsonText.read(bytes);
        } catch (MalformedJson malformed) {
            throw Refusals.invalidPayload(String.valueOf(malformed.getMessage()));
        }
        if (!value.isContainerNode()) {
            throw Refusals.invalidPayload("The body has to be a JSON object or list");
        }
        return value;
    }

    public static boolean isJson(@Nullable String contentType) {
        return contentType != null && mediaType(contentType).equals(JSON) && isUtf8(contentType);
    }

    /** @throws FlowsException UNSUPPORTED_MEDIA_TYPE for a compressed body */
    public static void requirePlain(@Nullable String contentEncoding) {
        if (contentEncoding != null && !contentEncoding.equalsIgnoreCase("identity")) {
            throw unsupported("A body with content encoding \"" + contentEncoding + "\" can't be read.");
        }
    }

    private static String mediaType(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isUtf8(String contentType) {
        String text = contentType.toLowerCase(Locale.ROOT).replace("\"", "").replace(" ", "");
        int charset = text.indexOf("charset=");
        return charset < 0 || text.startsWith("utf-8", charset + 8) || text.startsWith("us-ascii", charset + 8);
    }

    private static FlowsException tooLarge() {
        return Refusals.invalidPayload("request entity too large");
    }

    private static FlowsException unsupported(String message) {
        return FlowsException.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, message);
    }
}
