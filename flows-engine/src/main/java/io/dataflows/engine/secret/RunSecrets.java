package io.dataflows.engine.secret;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.run.Concealment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that are secret in a run, as far as they are known: they may grow until its end, which is when its record
 * is masked. A run shares them with the runs that its steps start. Safe for many threads.
 */
public final class RunSecrets implements Concealment {

    private static final String MASK = "--redacted--";

    private final KnownSecrets known;

    /** All that were told, and those of them that aren't among the values yet; null as long as there are none. */
    private @Nullable Set<String> texts;

    private @Nullable List<String> fresh;

    private SecretValues values;
    private Redactor redactor;

    RunSecrets(KnownSecrets known) {
        this.known = known;
        this.values = known.env();
        this.redactor = known.redactor();
    }

    /** A text that is too short or too common to be masked everywhere is passed over. */
    @Override
    public void conceal(String secret) {
        if (SecretStrength.isWorthTracking(secret)) {
            add(secret);
        }
    }

    private synchronized void add(String secret) {
        texts = texts == null ? new HashSet<>() : texts;
        if (texts.add(secret)) {
            fresh = fresh == null ? new ArrayList<>() : fresh;
            fresh.add(secret);
        }
    }

    /** Looks in the value of {@code $trigger}, where members that are named as a password count, too. */
    void findInTrigger(JsonNode trigger) {
        find(trigger, null);
        new NamedSecrets(this::conceal).findInTrigger(trigger);
    }

    /** Looks for values that are secret by where they stand: credentials in headers, passwords in payloads. */
    public void find(JsonNode value, @Nullable String name) {
        new SecretFinder(known.headers(), this::conceal).find(value, name);
    }

    /** Every text in the value is a secret. */
    public void concealAll(JsonNode value) {
        SecretFinder.leaves(value, this::conceal);
    }

    /** Masks what is secret as of now. */
    public synchronized Redactor redactor() {
        if (fresh != null) {
            values = values.with(fresh, MASK);
            redactor = Redactor.of(values);
            fresh = null;
        }
        return redactor;
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
        return redactor().maskText(text);
    }

    /** A failure as a log may show it. */
    public Throwable masked(Throwable failure) {
        return MaskedFailure.of(failure, redactor());
    }
}
