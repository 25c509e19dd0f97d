package io.dataflows.engine.testkit;

import io.dataflows.engine.secret.SecretHeaders;
import io.dataflows.model.run.Concealment;
import java.util.List;

/**
 * Secrets in a list, with {@code x-custom} as the administrator's secret header, in the order in which they are told.
 *
 * @param texts a list that can grow
 */
public record ListedSecrets(List<String> texts) implements Concealment {

    private static final SecretHeaders HEADERS = SecretHeaders.of(List.of("X-Custom"));

    @Override
    public void conceal(String secret) {
        texts.add(secret);
    }

    @Override
    public boolean isSecretHeader(String name) {
        return HEADERS.contains(name);
    }

    @Override
    public String mask(String text) {
        String masked = text;
        for (String secret : texts) {
            masked = masked.replace(secret, "--redacted--");
        }
        return masked;
    }
}
