package io.dataflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.template.DataBudget;
import io.dataflows.engine.template.TemplateException;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.trigger.RunChain;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the runs of one list returned so far. All lists of a chain of runs share the room for it, as each may be long
 * and hold much. Safe for many threads.
 */
final class KeptResults {

    private final RunChain chain;
    private final long most;
    private final AtomicLong held = new AtomicLong();

    /** @param most characters of JSON, of all lists of the chain together */
    KeptResults(RunChain chain, long most) {
        this.chain = chain;
        this.most = most;
    }

    /** @throws FlowsException CONTENT_TOO_LARGE when there is no room for one more */
    JsonNode keep(JsonNode value) {
        try {
            long size = DataBudget.size(value, most);
            if (!chain.keep(size, most)) {
                throw TemplateException.tooLarge(most);
            }
            held.addAndGet(size);
            return value;
        } catch (TemplateException tooLarge) {
            throw new FlowsException(tooLarge.toFault());
        }
    }

    /** The list is over: its room is free for others. */
    void release() {
        chain.release(held.getAndSet(0));
    }
}
