package io.dataflows.engine.access;

import io.dataflows.engine.http.AddressRange;
import io.dataflows.model.access.Attachment;
import io.dataflows.model.access.Permission;
import io.dataflows.model.access.Policy;
import io.dataflows.model.access.PolicyBook;
import io.dataflows.model.access.Role;
import io.dataflows.model.access.RoleInTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The book of policies, ready to be asked. */
public final class PolicyIndex {

    private final RoleTree tree;
    private final List<RoleInTree> roles;
    private final Map<UUID, Policy> policies = new HashMap<>();
    private final Map<UUID, List<UUID>> ofRoles = new HashMap<>();
    private final List<UUID> ofPublic = new ArrayList<>();
    private final Map<UUID, List<Permission>> permissions;

    public PolicyIndex(PolicyBook book) {
        this.roles = book.roles();
        this.tree = new RoleTree(roles);
        book.policies().forEach(policy -> policies.put(policy.id(), policy));
        book.attachments().forEach(this::attach);
        this.permissions = book.permissions().stream().collect(Collectors.groupingBy(Permission::policy));
    }

    private void attach(Attachment attachment) {
        UUID role = attachment.role();
        (role == null ? ofPublic : ofRoles.computeIfAbsent(role, unused -> new ArrayList<>())).add(attachment.policy());
    }

    /** The public's: it is neither administrator nor may it use the console, whatever its policies say. */
    Standing everyone(@Nullable String ip) {
        List<UUID> counting = counting(ofPublic, ip).stream().map(Policy::id).toList();
        return new Standing(List.of(), counting, false, false, false);
    }

    /** @param own policies that the account has by itself */
    Standing of(@Nullable UUID role, List<UUID> own, @Nullable String ip) {
        List<Role> chain = tree.chain(role);
        Set<UUID> all = new LinkedHashSet<>();
        chain.forEach(each -> all.addAll(ofRoles.getOrDefault(each.id(), List.of())));
        all.addAll(own);
        List<Policy> counting = counting(all, ip);
        return new Standing(
                chain.stream().map(Role::id).toList(),
                counting.stream().map(Policy::id).toList(),
                chain.stream().anyMatch(Role::admin) || counting.stream().anyMatch(Policy::admin),
                chain.stream().anyMatch(Role::app) || counting.stream().anyMatch(Policy::app),
                counting.stream().anyMatch(Policy::enforceTfa));
    }

    private List<Policy> counting(Iterable<UUID> ids, @Nullable String ip) {
        List<Policy> counting = new ArrayList<>();
        for (UUID id : ids) {
            Policy policy = policies.get(id);
            if (policy != null && counts(policy, ip)) {
                counting.add(policy);
            }
        }
        return counting;
    }

    /** A policy for some addresses doesn't count where the address isn't known. */
    private static boolean counts(Policy policy, @Nullable String ip) {
        return policy.addresses().isEmpty()
                || ip != null
                        && policy.addresses().stream()
                                .map(AddressRange::parse)
                                .flatMap(Optional::stream)
                                .anyMatch(range -> range.contains(ip));
    }

    List<Permission> permissions(UUID policy) {
        return permissions.getOrDefault(policy, List.of());
    }

    Optional<Role> role(@Nullable UUID role) {
        return tree.chain(role).stream().findFirst();
    }

    /** Whether the parents of a role lead back to it. */
    public boolean isCycle(UUID role) {
        return tree.isCycle(role);
    }

    /** Roles that may do everything, from wherever. */
    public Set<UUID> adminRoles() {
        Set<UUID> admins = new LinkedHashSet<>();
        for (RoleInTree role : roles) {
            boolean admin = tree.chain(role.role().id()).stream()
                    .anyMatch(each -> each.admin() || isAnyAdmin(ofRoles.getOrDefault(each.id(), List.of())));
            if (admin) {
                admins.add(role.role().id());
            }
        }
        return admins;
    }

    private boolean isAnyAdmin(List<UUID> ids) {
        Set<UUID> admins = adminPolicies();
        return ids.stream().anyMatch(admins::contains);
    }

    /** Policies that let their holders do everything. */
    public Set<UUID> adminPolicies() {
        return policies.values().stream().filter(Policy::admin).map(Policy::id).collect(Collectors.toSet());
    }
}
