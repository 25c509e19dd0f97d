package io.dataflows.engine.catalog;

import io.dataflows.engine.testkit.SampleOperation;
import io.dataflows.example.HashOperation;
import io.dataflows.model.operation.Operation;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The operations that tests of the catalogue run over. */
final class Operations {

    private Operations() {}

    /** Those that are registered as services; one that is added is covered without a change here. */
    static List<Operation<?>> installed() {
        return ServiceLoader.load(Operation.class).stream()
                .<Operation<?>>map(ServiceLoader.Provider::get)
                .toList();
    }

    /** Those, the documented example, and one with options of every kind. */
    static List<Operation<?>> all() {
        return Stream.<Operation<?>>concat(installed().stream(), Stream.of(new HashOperation(), new SampleOperation()))
                .toList();
    }
}
