package io.dataflows.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.engine.testkit.LoneStep;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.run.FlowObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every operation, whoever wrote it. */
@Timeout(30)
class OperationContractTest {

    private static final String TEMPLATE = "{{ secret }}";
    private static final String CANARY = "canary-in-the-flow-object";

    private final FlowObject data = FlowObject.of(
            (ObjectNode)
                    Flows.json(
                            """
            {"$trigger": {"evil": "{{ secret }}"}, "$last": null, "$accountability": null, "$env": {},
             "secret": "canary-in-the-flow-object"}"""));

    static List<Operation<?>> all() {
        return Operations.all();
    }

    static List<Operation<?>> installed() {
        return Operations.installed();
    }

    @Test
    void idsAreUnique() {
        assertThat(new OperationCatalog(Operations.all()).descriptors()).hasSameSizeAs(Operations.all());
    }

    @ParameterizedTest
    @MethodSource("all")
    void isAPublicFinalClassWithoutState(Operation<?> operation) throws NoSuchMethodException {
        Class<?> type = operation.getClass();
        assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
        assertThat(Modifier.isFinal(type.getModifiers())).isTrue();
        assertThat(type.getSuperclass()).isEqualTo(Object.class);
        assertThat(Modifier.isPublic(type.getConstructor().getModifiers())).isTrue();
        assertThat(type.getDeclaredFields())
                .filteredOn(field -> !field.isSynthetic())
                .allMatch(field -> Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers()));
        assertThat(operation.optionsType().isRecord()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("installed")
    void hasATestThatRunsIt(Operation<?> operation) throws IOException {
        String id = new LoneStep(operation, data).operation().id();
        Path tests = Path.of("src/test/java/io/dataflows/engine");
        try (Stream<Path> files = Files.walk(tests)) {
            assertThat(files.filter(file -> file.toString().endsWith("Test.java")))
                    .as(operation.getClass().getSimpleName() + "Test, or one of its group")
                    .anyMatch(file -> file.endsWith(operation.getClass().getSimpleName() + "Test.java")
                            || text(file).matches("(?s).*[\"']" + id + "[^a-z-].*"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void takesEveryValueForEveryOption(Operation<?> operation) {
        LoneStep step = new LoneStep(operation, data);
        run(step, Json.object());
        for (JsonNode value : HostileValues.all()) {
            ObjectNode everywhere = Json.object();
            for (RecordComponent option : operation.optionsType().getRecordComponents()) {
                run(step, Json.object().set(option.getName(), value));
                everywhere.set(option.getName(), value);
            }
            run(step, everywhere);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void rejectsWhereACapabilityIsMissing(Operation<?> operation) {
        LoneStep step = new LoneStep(operation, data);
        Outcome outcome = step.execute(Json.object()).outcome();
        assertThat(outcome).isNotNull();
        if (!step.asked().isEmpty()) {
            assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
            assertThat(((Outcome.Rejected) outcome).fault().code()).isEqualTo("SERVICE_UNAVAILABLE");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void getsTemplatesInDataAsTheyAre(Operation<?> operation) throws JsonProcessingException {
        LoneStep step = new LoneStep(operation, data);
        for (RecordComponent option : operation.optionsType().getRecordComponents()) {
            JsonNode written = written(option);
            if (written != null) {
                JsonNode options = Json.object().set(option.getName(), written);
                assertThat(bound(operation, step.render(options), option)).contains(TEMPLATE);
                assertThat(step.execute(options).outcome().toString()).doesNotContain(CANARY);
            }
        }
    }

    /** Options that let template text of the data in; null for an option that takes no text. */
    private static JsonNode written(RecordComponent option) {
        Class<?> type = option.getType();
        if (type == String.class) {
            return Flows.json("\"{{ $trigger.evil }}\"");
        } else if (type == JsonNode.class) {
            return Flows.json("{\"a\": \"{{ $trigger.evil }}\"}");
        } else if (type == List.class && OptionBinding.elementType(option) == String.class) {
            return Flows.json("[\"a {{ $trigger.evil }}\"]");
        }
        return null;
    }

    private static <O extends Record> String bound(Operation<O> operation, JsonNode rendered, RecordComponent option)
            throws JsonProcessingException {
        O options = new OptionsBinder<>(operation.optionsType()).bind(rendered);
        try {
            option.getAccessor().setAccessible(true);
            return String.valueOf(option.getAccessor().invoke(options));
        } catch (ReflectiveOperationException hidden) {
            throw new AssertionError(hidden);
        }
    }

    /** Nothing may be thrown but what says that the input or the server is at fault. */
    private static void run(LoneStep step, JsonNode rendered) {
        JsonNode before = rendered.deepCopy();
        try {
            survives(step.operation().run(rendered, step.context()));
        } catch (FlowsException | JsonProcessingException refused) {
            assertThat(refused).hasMessageNotContaining(CANARY);
        } catch (Exception defect) {
            String shown = rendered.toString();
            throw new AssertionError(
                    step.operation().id() + " throws on " + shown.substring(0, Math.min(200, shown.length())), defect);
        }
        assertThat(rendered.equals(before)).as("options are as they were").isTrue();
    }

    private static void survives(Outcome outcome) throws Exception {
        assertThat(outcome).isNotNull();
        if (outcome instanceof Outcome.Resolved resolved) {
            assertThat(Json.read(Json.write(resolved.value()))).isEqualTo(resolved.value());
        } else if (outcome instanceof Outcome.Rejected rejected) {
            assertThat(Json.write(rejected.fault().value())).isNotEmpty();
        } else if (outcome instanceof Outcome.Suspended suspended) {
            survives(suspended.then());
        } else if (outcome instanceof Outcome.Pending pending) {
            survives(pending.outcome().toCompletableFuture().get(10, TimeUnit.SECONDS));
        }
    }
}
