package io.dataflows.engine.journal;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members that are secret by their own name and that of the member around them; case matters. */
final class SecretNames {

    private static final Map<String, Set<String>> BY_PARENT = Map.of(
            "headers", Set.of("authorization", "cookie"),
            "query", Set.of("access_token"),
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

    private SecretNames() {}

    static boolean contains(@Nullable String parent, String name) {
        Set<String> names = parent == null ? null : BY_PARENT.get(parent);
        return names != null && names.contains(name);
    }
}
