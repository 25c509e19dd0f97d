package io.dataflows.engine.secret;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What is secret in every run: the flows' environment. Each run adds its own to it. */
public final class KnownSecrets {

    private final SecretValues env;
    private final Redactor redactor;
    private final SecretHeaders headers;

    private KnownSecrets(SecretValues env, SecretHeaders headers) {
        this.env = env;
        this.redactor = Redactor.of(env);
        this.headers = headers;
    }

    /**
     * @param env the flows' environment; every text in it that isn't empty is a secret, and every number of six digits or more
     * @param headers names of headers that hold secrets, besides those that always do
     */
    public static KnownSecrets of(JsonNode env, Collection<String> headers) {
        return new KnownSecrets(SecretValues.of(EnvSecrets.all(env)), SecretHeaders.of(headers));
    }

    /**
     * The secrets of a run that begins.
     *
     * @param trigger the value of {@code $trigger}
     * @param shared those of the run whose step starts it, or null: a value that is secret in one is in the other
     */
    public RunSecrets ofRun(JsonNode trigger, @Nullable RunSecrets shared) {
        RunSecrets secrets = shared == null ? new RunSecrets(this) : shared;
        secrets.findInTrigger(trigger);
        return secrets;
    }

    Redactor redactor() {
        return redactor;
    }

    SecretValues env() {
        return env;
    }

    SecretHeaders headers() {
        return headers;
    }
}
