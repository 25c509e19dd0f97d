package io.dataflows.engine.access;

import io.dataflows.engine.filter.DynamicVariables;
import io.dataflows.model.access.Action;
import io.dataflows.model.trigger.Authority;
import java.util.List;
import java.util.Map;

/** What an authority may do at one moment. Whatever isn't granted is refused. */
public final class Rights {

    private final Authority authority;
    private final Map<String, Map<Action, List<Grant>>> grants;
    private final DynamicVariables variables;

    /**
     * @param grants by collection; nothing else may be done, unless the authority is unrestricted
     * @param variables what {@code $CURRENT_USER} and the like stand for
     */
    public Rights(Authority authority, Map<String, Map<Action, List<Grant>>> grants, DynamicVariables variables) {
        this.authority = authority;
        this.grants = Map.copyOf(grants);
        this.variables = variables;
    }

    public Authority authority() {
        return authority;
    }

    /** Whether nothing needs to be checked. */
    public boolean isUnrestricted() {
        return authority.isUnrestricted();
    }

    /** What allows the action; none at all means that it is refused, unless {@link #isUnrestricted}. */
    public List<Grant> on(String collection, Action action) {
        return grants.getOrDefault(collection, Map.of()).getOrDefault(action, List.of());
    }

    public boolean allows(String collection, Action action) {
        return isUnrestricted() || !on(collection, action).isEmpty();
    }

    /** Whether any permission lets the field be seen or set. */
    public boolean allows(String collection, Action action, String field) {
        return isUnrestricted() || on(collection, action).stream().anyMatch(grant -> grant.includes(field));
    }

    public DynamicVariables variables() {
        return variables;
    }
}
