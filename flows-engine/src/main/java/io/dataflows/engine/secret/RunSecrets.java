package io.dataflows.engine.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.model.run.Concealment;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The values that are secret in a run, as far as they are known: they may grow until its end, which is when its record
 * is masked. A run shares them with the runs that its steps start. Safe for many threads.
 */
public final class RunSecrets implements Concealment {

    private static final String MASK = "--redacted--";

    private final KnownSecrets known;
    private final Set<String> texts = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Made made;

    RunSecrets(KnownSecrets known) {
        this.known = known;
    }

    /** A text that is too short or too common to be masked everywhere is passed over. */
    @Override
    public void conceal(String secret) {
        if (SecretStrength.isWorthTracking(secret)) {
            texts.add(secret);
        }
    }

    /** Looks for values that are secret by where they stand: credentials in headers, passwords in payloads. */
    public void find(JsonNode value, @Nullable String name) {
        new SecretFinder(known.headers(), this::conceal).find(value, name);
    }

    /** Every text in the value is a secret. */
    public void concealAll(JsonNode value) {
        new SecretFinder(known.headers(), this::conceal).leaves(value);
    }

    /** Masks what is secret as of now. */
    public Redactor redactor() {
        Made last = made;
        int count = texts.size();
        if (last == null || last.count() != count) {
            last = new Made(count, count == 0 ? known.redactor() : make());
            made = last;
        }
        return last.redactor();
    }

    /** Masks the environment only, which needs nothing of the run. */
    public Redactor envRedactor() {
        return known.redactor();
    }

    @Override
    public boolean isSecretHeader(String name) {
        return known.headers().contains(name);
    }

    @Override
    public String mask(String text) {
        return redactor().redactValues(TextNode.valueOf(text)).textValue();
    }

    /** A failure as a log may show it. */
    public Throwable masked(Throwable failure) {
        return MaskedFailure.of(failure, redactor());
    }

    private Redactor make() {
        SecretValues values = known.env().with(texts, MASK);
        return Redactor.of(values, values.inNames());
    }

    /** @param count how many texts were known when it was made */
    private record Made(int count, Redactor redactor) {}
}
