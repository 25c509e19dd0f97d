package io.dataflows.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.JsonText;
import io.dataflows.engine.MalformedJson;
import io.dataflows.web.RouteCatalog;
import io.dataflows.web.RouteCatalog.Route;
import io.dataflows.web.security.Open;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SpecificationTest {
    private static final Set<String> METHODS = Set.of("get", "post", "patch", "delete", "head", "options", "x-search");

    private final JsonNode document = read();

    @Test
    void describesEveryRouteAndNoneBesides() {
        assertThat(described())
                .containsExactlyElementsOf(new TreeSet<>(
                        RouteCatalog.routes().stream().map(Route::toString).toList()));
    }

    @Test
    void saysWhichRoutesNeedNoSignIn() {
        for (Route route : RouteCatalog.routes()) {
            JsonNode operation = document.path("paths").path(route.path()).path(key(route.method()));
            assertThat(operation.has("security"))
                    .as(route.toString())
                    .isEqualTo(route.handler().isAnnotationPresent(Open.class));
        }
    }

    @Test
    void leadsEveryReferenceSomewhere() {
        List<String> references = document.findValuesAsText("$ref");

        assertThat(references).isNotEmpty();
        for (String reference : references) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void givesEveryOperationANameOfItsOwn() {
        assertThat(document.findValuesAsText("operationId")).doesNotHaveDuplicates();
    }

    @Test
    void namesThePathParametersOfEveryPath() {
        document.path("paths").properties().forEach(path -> path.getValue().forEach(operation -> {
            List<String> named = new ArrayList<>();
            operation.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("path")) {
                    named.add("{" + parameter.path("name").asText() + "}");
                }
            });
            if (operation.has("operationId")
                    && !operation.path("operationId").asText().startsWith("search")) {
                assertThat(named).as(path.getKey()).allMatch(path.getKey()::contains);
                assertThat(path.getKey().chars().filter(letter -> letter == '{').count())
                        .as(path.getKey())
                        .isEqualTo(named.size());
            }
        }));
    }

    private Set<String> described() {
        Set<String> routes = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    assertThat(METHODS).contains(method);
                    routes.add(method.replace("x-", "").toUpperCase(Locale.ROOT) + " " + path.getKey());
                }));
        return routes;
    }

    private static String key(String method) {
        return method.equals("SEARCH") ? "x-search" : method.toLowerCase(Locale.ROOT);
    }

    private static JsonNode read() {
        try (InputStream file = SpecificationResource.class.getResourceAsStream("openapi.json")) {
            return JsonText.read(file.readAllBytes());
        } catch (IOException | MalformedJson broken) {
            throw new IllegalStateException(broken);
        }
    }
}
