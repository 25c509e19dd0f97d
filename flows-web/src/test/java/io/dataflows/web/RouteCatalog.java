package io.dataflows.web;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every resource method that there is, found by its annotations. */
public final class RouteCatalog {
    private RouteCatalog() {}

    /** One way to call the API. */
    public record Route(String method, String path, Class<?> resource, Method handler) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.dataflows.web")) {
            if (type.isAnnotatedWith(Path.class)) {
                add(type.reflect(), routes);
            }
        }
        return routes;
    }

    private static void add(Class<?> resource, List<Route> routes) {
        String root = resource.getAnnotation(Path.class).value();
        for (Method handler : resource.getMethods()) {
            Path own = handler.getAnnotation(Path.class);
            String path = own == null ? root : (root + own.value()).replace("//", "/");
            httpMethod(handler).ifPresent(method -> routes.add(new Route(method, path, resource, handler)));
        }
    }

    private static Optional<String> httpMethod(Method handler) {
        return Stream.of(handler.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }
}
