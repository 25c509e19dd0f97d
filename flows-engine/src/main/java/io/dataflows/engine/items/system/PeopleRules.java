package io.dataflows.engine.items.system;

import io.dataflows.engine.items.CollectionRules;
import io.dataflows.engine.port.PolicyStore;
import io.dataflows.engine.sql.Sql;
import java.util.Map;

/** The rules of the collections of people and rights. */
public final class PeopleRules {

    private PeopleRules() {}

    /**
     * The rules by the collection's name.
     *
     * @param forget run after the commit of every change: what is remembered of people and rights is out of date
     */
    public static Map<String, CollectionRules> of(PolicyStore store, Sql sql, Runnable forget) {
        Administrators administrators = new Administrators(store);
        Runnable changed = () -> sql.afterCommit(forget);
        return Map.of(
                PeopleCollections.USERS, new UserRules(store, administrators, changed),
                PeopleCollections.ROLES, new RoleRules(store, administrators, changed),
                PeopleCollections.POLICIES, new RightRules(RightMembers::ofPolicy, administrators, changed),
                PeopleCollections.PERMISSIONS, new RightRules(RightMembers::ofPermission, administrators, changed),
                PeopleCollections.ACCESS, new RightRules(unused -> {}, administrators, changed));
    }
}
