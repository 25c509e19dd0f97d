package io.dataflows.engine.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.dataflows.model.operation.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ArchitectureTest {

    private static final String ENGINE = "io.dataflows.engine..";
    private static final String EE = "io.dataflows.engine.ee..";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.dataflows.engine", "io.dataflows.model");

    private static final JavaClasses SEEDED =
            new ClassFileImporter().importPackages("io.dataflows.engine.architecture.seeded");

    private static final ArchRule JAKARTA_ONLY_IN_EE = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .and()
            .resideOutsideOfPackage(EE)
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta..")
                    .and(DescribedPredicate.not(resideInAPackage("jakarta.validation.."))));

    private static final ArchRule CORE_KNOWS_NO_ADAPTER = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .and()
            .resideOutsideOfPackage(EE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EE, "io.dataflows.model.store..");

    private static final ArchRule DROOLS_ONLY_IN_RULES = noClasses()
            .that()
            .resideOutsideOfPackage("io.dataflows.engine.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..");

    private static final ArchRule SQL_ONLY_IN_STORES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.dataflows.engine.items..",
                    // Hands out connections.
                    "io.dataflows.engine.sql..",
                    "io.dataflows.engine.ee.store..",
                    "io.dataflows.model.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.jooq..");

    private static final ArchRule ENTITIES_STAY_IN_THEIR_STORE = noClasses()
            .that()
            .resideOutsideOfPackages("io.dataflows.engine.ee.store..", "io.dataflows.model.store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.dataflows.model.store..");

    private static final ArchRule ONE_MAPPER = noClasses()
            .that()
            .resideOutsideOfPackage("io.dataflows.engine.json..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectMapper.class);

    private static final ArchRule NO_WALL_CLOCK = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .and()
            .resideOutsideOfPackage(EE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private static final ArchRule NO_CONSOLE =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    private static final ArchRule NO_STATIC_STATE =
            fields().that().areStatic().should().beFinal();

    private static final ArchRule CATCH_ALL_ONLY_WHERE_STEPS_RUN = codeUnits()
            .that()
            .areDeclaredInClassesThat()
            .haveNameNotMatching(".*\\.(StepExecutor|Resources)")
            .should(notCatch(Exception.class));

    /** Each of these hands the failure on to somebody who waits for it, or isolates one of many. */
    private static final ArchRule BROAD_CATCH_ONLY_WHERE_SOMEBODY_WAITS = codeUnits()
            .that()
            .areDeclaredInClassesThat()
            .haveNameNotMatching(
                    ".*\\.(Runner|ScriptRun|GroupCommit|MailTemplates|CompiledFlows(\\$LazyFlow)?|Reported|EngineStartup|ee\\.store\\..*)")
            .should(notCatch(RuntimeException.class));

    static final List<ArchRule> RULES = List.of(
            JAKARTA_ONLY_IN_EE,
            CORE_KNOWS_NO_ADAPTER,
            DROOLS_ONLY_IN_RULES,
            SQL_ONLY_IN_STORES,
            ENTITIES_STAY_IN_THEIR_STORE,
            ONE_MAPPER,
            NO_WALL_CLOCK,
            NO_CONSOLE,
            NO_STATIC_STATE,
            CATCH_ALL_ONLY_WHERE_STEPS_RUN,
            BROAD_CATCH_ONLY_WHERE_SOMEBODY_WAITS);

    @ParameterizedTest
    @FieldSource("RULES")
    void holdsInTheProduct(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void failsOnASeededViolation(ArchRule rule) {
        assertThat(rule.evaluate(SEEDED).hasViolation()).isTrue();
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching("io.dataflows.engine.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void operationsAreFinalStatelessAndSeeTheModelOnly() {
        classes()
                .that()
                .implement(Operation.class)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(PRODUCT);
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .implement(Operation.class)
                .should()
                .notBeStatic()
                .check(PRODUCT);
        classes()
                .that()
                .resideInAPackage("io.dataflows.engine.operation..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        // What the components of an options record are limited by.
                        "jakarta.validation.constraints..",
                        "com.fasterxml.jackson.databind",
                        "com.fasterxml.jackson.databind.node",
                        "io.dataflows.engine.operation..",
                        "io.dataflows.model..")
                .check(PRODUCT);
    }

    @Test
    void portsAndCapabilitiesAreInterfaces() {
        classes()
                .that()
                .resideInAnyPackage("io.dataflows.engine.port..", "io.dataflows.model.capability..")
                .and()
                .doNotHaveSimpleName("package-info")
                .and()
                .areNotRecords()
                .should()
                .beInterfaces()
                .check(PRODUCT);
    }

    @Test
    void modelKnowsNobody() {
        noClasses()
                .that()
                .resideInAPackage("io.dataflows.model..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ENGINE)
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("io.dataflows.model..")
                .and()
                .resideOutsideOfPackage("io.dataflows.model.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.eclipse.persistence..")
                .check(PRODUCT);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameStartingWith("Base")
                .check(PRODUCT);
    }

    @Test
    void clocksArePassedIn() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE)
                .and()
                .resideOutsideOfPackage(EE)
                .and()
                .doNotHaveSimpleName("FlowEngineBuilder")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(PRODUCT);
    }

    private static ArchCondition<JavaCodeUnit> notCatch(Class<? extends Exception> type) {
        return new ArchCondition<>("not catch " + type.getSimpleName()) {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                boolean catches = unit.getTryCatchBlocks().stream()
                        .flatMap(block -> block.getCaughtThrowables().stream())
                        .map(JavaClass::getName)
                        .anyMatch(type.getName()::equals);
                if (catches) {
                    events.add(SimpleConditionEvent.violated(
                            unit, unit.getFullName() + " catches " + type.getSimpleName()));
                }
            }
        };
    }
}
