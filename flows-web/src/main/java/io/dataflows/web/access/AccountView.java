package io.dataflows.web.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.access.Role;
import io.dataflows.model.access.UserAccount;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.Field;
import io.dataflows.model.query.FieldType;
import io.dataflows.web.http.Values;
import java.util.List;

/** An account as its owner sees it: nothing that could be used to sign in. */
final class AccountView {
    static final Collection COLLECTION = new Collection(
            "directus_users",
            List.of(
                    Field.of("id", FieldType.UUID),
                    Field.of("first_name", FieldType.STRING),
                    Field.of("last_name", FieldType.STRING),
                    Field.of("email", FieldType.STRING),
                    Field.of("status", FieldType.STRING),
                    Field.of("role", FieldType.UUID)));

    private AccountView() {}

    static ObjectNode of(UserAccount account) {
        Role role = account.role();
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.set("id", Values.text(account.id()));
        row.set("first_name", Values.text(account.firstName()));
        row.set("last_name", Values.text(account.lastName()));
        row.put("email", account.email());
        row.put("status", account.status());
        row.set("role", Values.text(role == null ? null : role.id()));
        return row;
    }
}
