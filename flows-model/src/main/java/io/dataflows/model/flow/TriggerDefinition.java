package io.dataflows.model.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may start a flow. One flow has at most one. */
public sealed interface TriggerDefinition {

    /** The text that the {@code trigger} member of a flow holds for this kind. */
    String kind();

    ReplyPolicy reply();

    /**
     * An HTTP call to the flow's own address, open to everybody who knows it.
     *
     * @param method the one accepted method, {@code GET} or {@code POST}; any other makes the flow unreachable
     * @param cached an answer to a GET may be given again without a run, where the server keeps answers
     * @param cacheParameters the flow's own query parameters that an answer depends on
     */
    record Webhook(String method, ReplyPolicy reply, boolean cached, List<String> cacheParameters)
            implements TriggerDefinition {
        public Webhook {
            cacheParameters = List.copyOf(cacheParameters);
        }

        @Override
        public String kind() {
            return "webhook";
        }
    }

    /** A person's click on items of a collection. */
    record Manual(List<String> collections, boolean requireSelection, ReplyPolicy reply) implements TriggerDefinition {
        public Manual {
            collections = List.copyOf(collections);
        }

        @Override
        public String kind() {
            return "manual";
        }
    }

    /** The clock; {@code cron} has five fields, or six with leading seconds. */
    record Schedule(@Nullable String cron, ReplyPolicy reply) implements TriggerDefinition {
        @Override
        public String kind() {
            return "schedule";
        }
    }

    /** Something that happens in the platform; {@code type} is {@code filter} or {@code action}. */
    record Event(@Nullable String type, List<String> scope, List<String> collections, ReplyPolicy reply)
            implements TriggerDefinition {
        /** Runs before it happens, and may change it or prevent it. */
        public static final String FILTER = "filter";

        /** Runs after it happened. */
        public static final String ACTION = "action";

        public Event {
            scope = List.copyOf(scope);
            collections = List.copyOf(collections);
        }

        /** Whether it runs before the event, and may change it or prevent it. */
        public boolean isFilter() {
            return FILTER.equals(type);
        }

        @Override
        public String kind() {
            return "event";
        }
    }

    /** A step of another flow. */
    record SubFlow(ReplyPolicy reply) implements TriggerDefinition {
        @Override
        public String kind() {
            return "operation";
        }
    }

    /** No trigger, or a kind that nobody knows: the flow never runs. */
    record Never(@Nullable String text) implements TriggerDefinition {
        @Override
        public String kind() {
            return text == null ? "" : text;
        }

        @Override
        public ReplyPolicy reply() {
            return new ReplyPolicy(null, false, false);
        }
    }
}
