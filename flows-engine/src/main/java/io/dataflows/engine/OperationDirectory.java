package io.dataflows.engine;

import io.dataflows.model.operation.OperationDescriptor;
import java.util.List;

/** The operations that are installed. */
public final class OperationDirectory {

    public List<OperationDescriptor> operations() {
        throw new UnsupportedOperationException();
    }
}
