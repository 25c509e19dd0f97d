package io.dataflows.engine.architecture.seeded;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflows.model.store.FlowEntity;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Instant;
import org.kie.api.KieServices;

/** Breaks the rules on purpose: a rule that finds nothing wrong here can't fail. */
class SeededViolations {

    static int count;

    @Inject
    KieServices services;

    ObjectMapper mapper;
    FlowEntity entity;
    PreparedStatement statement;

    Instant now() {
        return Instant.now();
    }

    void print() {
        System.out.println(count);
    }

    void swallowSome() {
        try {
            print();
        } catch (RuntimeException any) {
            count++;
        }
    }

    void swallow() {
        try {
            print();
        } catch (Exception any) {
            count++;
        }
    }
}
