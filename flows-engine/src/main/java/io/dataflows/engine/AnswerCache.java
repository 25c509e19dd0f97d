package io.dataflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dataflows.engine.compile.CompiledFlow;
import io.dataflows.engine.compile.CompiledFlows;
import io.dataflows.engine.decide.DecisionProgram;
import io.dataflows.engine.setting.Settings;
import io.dataflows.model.flow.TriggerDefinition.Webhook;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.WebhookCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers of GET webhooks that are given again without a run, when {@code CACHE_ENABLED} is true. Two calls share an
 * answer when flow, caller and the API's own query parameters are the same; a flow's own parameters only count when it
 * names them in {@code cacheQueryParams}. A flow that changed starts anew. In memory, per server, bounded in size.
 */
public final class AnswerCache {

    private final boolean enabled;
    private final Duration ttl;
    private final @Nullable String statusHeader;
    private final CompiledFlows flows;
    private final Clock clock;
    private final Cache<Key, Kept> answers;

    AnswerCache(Settings settings, CompiledFlows flows, Clock clock) {
        this.enabled = settings.cacheEnabled();
        this.ttl = settings.cacheTtl();
        this.statusHeader = settings.text("CACHE_STATUS_HEADER").orElse(null);
        this.flows = flows;
        this.clock = clock;
        this.answers = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(ttl)
                .maximumWeight(settings.cacheMaxSize())
                .weigher((Key key, Kept kept) -> key.size() + kept.size())
                .executor(Runnable::run)
                .build();
    }

    /** The place where the answer to this call is kept; empty for a call whose answer nobody would keep. */
    public Optional<Place> placeOf(WebhookCall call) {
        return enabled && call.method().equals("GET")
                ? Optional.of(new Place(flows.get(call.flow()).map(flow -> key(flow, call)), call.accountability()))
                : Optional.empty();
    }

    private static @Nullable Key key(CompiledFlow flow, WebhookCall call) {
        if (!(flow.trigger() instanceof Webhook webhook) || !webhook.cached()) {
            return null;
        }
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        for (var parameter : call.query().properties()) {
            if (Listing.isParameter(parameter.getKey())
                    || webhook.cacheParameters().contains(parameter.getKey())) {
                query.set(parameter.getKey(), parameter.getValue());
            }
        }
        Accountability who = call.accountability();
        return new Key(flow.program(), who.user(), who.role(), call.query().isEmpty(), query);
    }

    /** Same program means: the same version of the same flow. */
    private record Key(
            DecisionProgram program, @Nullable UUID user, @Nullable UUID role, boolean bare, ObjectNode query) {

        private static final int BASE = 200;

        /** Callers choose what stands in a query. */
        int size() {
            return BASE + JsonText.write(query).length();
        }
    }

    private record Kept(JsonNode value, int size, Instant until) {}

    /** Where one call's answer is, or will be, kept. */
    public final class Place {

        private final @Nullable Key key;
        private final boolean personal;
        private final @Nullable Kept found;

        private Place(Optional<Key> key, Accountability who) {
            this.key = key.orElse(null);
            this.personal = !who.isAnonymous();
            this.found = key.map(answers::getIfPresent).orElse(null);
        }

        /** The kept answer, or null. */
        public @Nullable JsonNode found() {
            return found == null ? null : found.value();
        }

        public void keep(JsonNode value) {
            if (key != null) {
                answers.put(
                        key,
                        new Kept(
                                value,
                                JsonText.writeBytes(value).length,
                                clock.instant().plus(ttl)));
            }
        }

        /** Value of {@code Cache-Control} for an answer that may be kept; empty where no answer may. */
        public Optional<String> cacheControl() {
            Duration left = found == null ? ttl : Duration.between(clock.instant(), found.until());
            return key == null
                    ? Optional.empty()
                    : Optional.of((personal ? "private" : "public") + ", max-age=" + Math.max(0, left.toSeconds()));
        }

        /** Name of the header that tells {@link #status}, if an administrator wants one. */
        public Optional<String> statusHeader() {
            return Optional.ofNullable(statusHeader);
        }

        public String status() {
            return found == null ? "MISS" : "HIT";
        }
    }
}
