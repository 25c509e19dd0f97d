package io.dataflows.engine.catalog;

import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationDescriptor;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Every operation that is installed, by its id. */
public final class OperationCatalog {

    private final Map<String, InstalledOperation<?>> operations = new TreeMap<>();

    /** @throws IllegalArgumentException when two operations have the same id */
    public OperationCatalog(Collection<? extends Operation<?>> installed) {
        installed.forEach(this::add);
    }

    /** The operations that jars register as services: our own, and those of third parties beside them. */
    public static OperationCatalog installed(ClassLoader classLoader) {
        return new OperationCatalog(ServiceLoader.load(Operation.class, classLoader).stream()
                .<Operation<?>>map(ServiceLoader.Provider::get)
                .toList());
    }

    public Optional<InstalledOperation<?>> find(String type) {
        return Optional.ofNullable(operations.get(type));
    }

    public List<OperationDescriptor> descriptors() {
        return operations.values().stream()
                .<OperationDescriptor>map(InstalledOperation::descriptor)
                .sorted(Comparator.comparing(OperationDescriptor::name))
                .toList();
    }

    private void add(Operation<?> operation) {
        InstalledOperation<?> added = InstalledOperation.of(operation);
        if (operations.putIfAbsent(added.id(), added) != null) {
            throw new IllegalArgumentException("Operation id (" + added.id() + ") is taken twice. Maybe one jar is "
                    + "in the EAR in two versions.");
        }
    }
}
