package io.dataflows.model.access;

import java.util.List;

/** All roles and policies as they were at one moment; the policies of single accounts aside. */
public record PolicyBook(
        List<RoleInTree> roles, List<Policy> policies, List<Attachment> attachments, List<Permission> permissions) {

    public PolicyBook {
        roles = List.copyOf(roles);
        policies = List.copyOf(policies);
        attachments = List.copyOf(attachments);
        permissions = List.copyOf(permissions);
    }
}
