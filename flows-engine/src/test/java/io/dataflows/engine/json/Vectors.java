package io.dataflows.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.provider.Arguments;

/** Recorded cases from the test resources. */
public final class Vectors {

    private Vectors() {}

    public static JsonNode read(String file) {
        try (var stream = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            return Json.read(Objects.requireNonNull(stream, file).readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The cases as test arguments: number and name, case. */
    public static Stream<Arguments> cases(JsonNode vectors) {
        int[] number = {0};
        return StreamSupport.stream(vectors.get("cases").spliterator(), false)
                .map(one -> Arguments.of(++number[0] + " " + one.get("name").asText(), one));
    }
}
