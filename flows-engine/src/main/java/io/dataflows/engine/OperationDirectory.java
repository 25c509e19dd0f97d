package io.dataflows.engine;

import io.dataflows.engine.catalog.OperationCatalog;
import io.dataflows.model.operation.OperationDescriptor;
import java.util.List;

/** The operations that are installed. */
public final class OperationDirectory {

    private final OperationCatalog catalog;

    OperationDirectory(OperationCatalog catalog) {
        this.catalog = catalog;
    }

    /** Sorted by name. */
    public List<OperationDescriptor> operations() {
        return catalog.descriptors();
    }
}
