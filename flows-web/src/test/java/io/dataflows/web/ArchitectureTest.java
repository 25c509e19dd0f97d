package io.dataflows.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "io.dataflows.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule SEES_ONLY_THE_FRONT_DOORS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.dataflows.engine.*..")
            .because("web sees the front doors in the engine's root, and the model");

    @ArchTest
    static final ArchRule NEVER_SEES_ENTITIES =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.dataflows.model.store..");

    @ArchTest
    static final ArchRule LEAVES_MAPPING_TO_THE_ENGINE = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.fasterxml.jackson.databind.ObjectMapper");

    @ArchTest
    static final ArchRule HAS_NO_CYCLES =
            slices().matching("io.dataflows.web.(*)..").should().beFreeOfCycles();

    @Test
    void catchesEverythingOnlyInItsErrorRoom() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.dataflows.web");

        List<String> greedy = classes.stream()
                .filter(type -> !type.getPackageName().equals("io.dataflows.web.error"))
                .filter(ArchitectureTest::catchesEverything)
                .map(JavaClass::getName)
                .toList();

        assertThat(classes).hasSizeGreaterThan(40);
        assertThat(greedy).isEmpty();
    }

    private static boolean catchesEverything(JavaClass type) {
        return type.getCodeUnits().stream()
                .flatMap(unit -> unit.getTryCatchBlocks().stream())
                .map(TryCatchBlock::getCaughtThrowables)
                .flatMap(caught -> caught.stream())
                .anyMatch(caught -> List.of("java.lang.Exception", "java.lang.RuntimeException")
                        .contains(caught.getName()));
    }
}
