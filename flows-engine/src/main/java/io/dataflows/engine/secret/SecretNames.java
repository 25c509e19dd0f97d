package io.dataflows.engine.secret;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members that are secret by their own name and that of the member around them. */
final class SecretNames {

    private static final String HEADERS = "headers";

    /** Masked whatever they hold; case matters. */
    private static final Map<String, Set<String>> BY_PARENT = Map.of(
            HEADERS,
            Set.of("authorization", "cookie"),
            "query",
            Set.of("access_token"),
            "payload",
            Set.of(
                    "password",
                    "token",
                    "tfa_secret",
                    "external_identifier",
                    "auth_data",
                    "credentials",
                    "ai_openai_api_key",
                    "ai_anthropic_api_key",
                    "ai_google_api_key",
                    "ai_openai_compatible_api_key"));

    private static final Set<String> TOKENS = Set.of("access_token", "refresh_token");

    private SecretNames() {}

    /** Whether the member is masked, whatever it holds. */
    static boolean contains(@Nullable String parent, String name) {
        Set<String> names = parent == null ? null : BY_PARENT.get(parent);
        return names != null && names.contains(name);
    }

    /** Whether the member's value is secret wherever it turns up; headers have a method of their own. */
    static boolean holdSecret(@Nullable String parent, String name) {
        return contains(parent, name) || ("query".equals(parent) || "body".equals(parent)) && TOKENS.contains(name);
    }

    static boolean isHeaders(@Nullable String parent) {
        return HEADERS.equals(parent);
    }
}
