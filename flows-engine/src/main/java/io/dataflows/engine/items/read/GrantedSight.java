package io.dataflows.engine.items.read;

import io.dataflows.engine.access.Grant;
import io.dataflows.engine.access.Rights;
import io.dataflows.engine.filter.Filter;
import io.dataflows.engine.items.sql.Aliases;
import io.dataflows.engine.items.sql.Conditions;
import io.dataflows.engine.items.sql.Expressions;
import io.dataflows.engine.items.sql.SchemaReader;
import io.dataflows.engine.items.sql.Sight;
import io.dataflows.engine.sql.Dialect;
import io.dataflows.model.access.Action;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** A row is seen that any grant is for; a field of it, when one of those grants includes the field. */
final class GrantedSight implements Sight {
    private final Rights rights;
    private final Action action;
    private final Conditions conditions;

    private GrantedSight(Rights rights, Action action, Conditions conditions) {
        this.rights = rights;
        this.action = action;
        this.conditions = conditions;
    }

    /** Expressions for one statement of somebody with these rights. */
    static Expressions expressions(SchemaReader schema, Dialect dialect, Rights rights, Action action) {
        Expressions all = new Expressions(schema, dialect, new Aliases(), Sight.EVERYTHING);
        if (rights.isUnrestricted()) {
            return all;
        }
        // What a grant's own filter looks at is the administrator's choice: it sees everything.
        GrantedSight sight = new GrantedSight(rights, action, new Conditions(all));
        return new Expressions(schema, dialect, all.aliases(), sight);
    }

    @Override
    public Condition rows(CollectionSchema collection, String alias) {
        return any(grants(collection), collection, alias).orElse(DSL.trueCondition());
    }

    @Override
    public Optional<Condition> field(CollectionSchema collection, String alias, FieldSchema field) {
        List<Grant> all = grants(collection);
        List<Grant> including =
                all.stream().filter(grant -> grant.includes(field.name())).toList();
        return including.size() == all.size() ? Optional.empty() : any(including, collection, alias);
    }

    private List<Grant> grants(CollectionSchema collection) {
        return rights.on(collection.name(), action);
    }

    /** Empty where a grant is for all items. */
    private Optional<Condition> any(List<Grant> grants, CollectionSchema collection, String alias) {
        List<Condition> any = new ArrayList<>(grants.size());
        for (Grant grant : grants) {
            Filter items = grant.items();
            if (items == null) {
                return Optional.empty();
            }
            any.add(conditions.of(items, collection, alias));
        }
        return Optional.of(any.isEmpty() ? DSL.falseCondition() : DSL.or(any));
    }
}
