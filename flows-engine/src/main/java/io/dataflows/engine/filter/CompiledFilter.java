package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.engine.template.Template;
import io.dataflows.engine.template.TemplateException;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.trigger.Accountability;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The filter option of a step, compiled once; parsed once too, where it holds no {@code {{ … }}} tags. */
public final class CompiledFilter {

    private final Template template;
    private final @Nullable ParsedFilter parsed;

    private CompiledFilter(Template template, @Nullable ParsedFilter parsed) {
        this.template = template;
        this.parsed = parsed;
    }

    /**
     * Never fails: a filter that can't be read gives an error when it is evaluated.
     *
     * @param filterOption the option as the flow's author wrote it; none, or JSON null, lets everything pass
     */
    public static CompiledFilter compile(@Nullable JsonNode filterOption) {
        return filterOption == null ? ofOption(NullNode.getInstance()) : ofOption(filterOption);
    }

    private static CompiledFilter ofOption(JsonNode filterOption) {
        Template template = Template.compile(filterOption);
        return new CompiledFilter(template, template.isConstant() ? ParsedFilter.of(filterOption) : null);
    }

    public FilterVerdict evaluate(FlowObject data, @Nullable Accountability accountability, Clock clock) {
        try {
            return parsed(data).evaluate(data, accountability, clock);
        } catch (TemplateException unreadable) {
            return new FilterVerdict(List.of(), unreadable.toFault());
        }
    }

    /** Whether the data passes, without saying why not. */
    public boolean test(FlowObject data, @Nullable Accountability accountability, Clock clock) {
        try {
            return parsed(data).test(data, accountability, clock);
        } catch (TemplateException unreadable) {
            return false;
        }
    }

    private ParsedFilter parsed(FlowObject data) {
        return parsed != null ? parsed : ParsedFilter.of(template.render(data));
    }

    /** Operators that don't exist, as far as they can be told before tags are rendered. */
    public Set<String> unknownOperators() {
        Set<String> names = new TreeSet<>();
        if (parsed != null) {
            parsed.collectUnknownOperators(names);
        }
        return names;
    }
}
