package io.dataflows.engine.testkit;

import io.dataflows.model.run.Concealment;
import java.util.List;

/**
 * Secrets in a list, in the order in which they are told.
 *
 * @param texts a list that can grow
 */
public record ListedSecrets(List<String> texts) implements Concealment {

    @Override
    public void conceal(String secret) {
        texts.add(secret);
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
