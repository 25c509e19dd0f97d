package io.dataflows.engine.ee.store;

import jakarta.ejb.ApplicationException;

/** Carries an exception through the container, which would log and wrap any other and drop the bean. */
@ApplicationException(rollback = true)
final class WorkFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException failure;

    WorkFailed(RuntimeException failure) {
        super(failure);
        this.failure = failure;
    }

    RuntimeException failure() {
        return failure;
    }
}
