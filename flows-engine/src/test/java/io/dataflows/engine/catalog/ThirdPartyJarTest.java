package io.dataflows.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationDescriptor;
import io.dataflows.model.operation.OperationDescriptor.OverviewLine;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar that somebody else compiled against the model alone adds an operation. */
class ThirdPartyJarTest {

    private static final String SOURCE =
            """
            package com.example.flows;

            import com.fasterxml.jackson.databind.node.TextNode;
            import io.dataflows.model.operation.*;

            @OperationInfo(id = "text-upper", name = "Upper Case", icon = "title", description = "Shouts.",
                    effect = Effect.PURE,
                    overview = @OperationInfo.Overview(label = "Text", text = "{{ text }}"))
            public final class UpperOperation implements Operation<UpperOperation.Options> {
                public record Options(@Option(title = "Text", required = true) String text) {}

                @Override
                public Class<Options> optionsType() {
                    return Options.class;
                }

                @Override
                public Outcome run(Options options, StepContext context) {
                    return new Outcome.Resolved(TextNode.valueOf(options.text().toUpperCase()));
                }
            }
            """;

    @Test
    void isFoundBesideOurOwnOperations(@TempDir Path dir) throws Exception {
        URL jar = jar(compile(dir), dir.resolve("upper.jar")).toUri().toURL();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar}, getClass().getClassLoader())) {
            OperationCatalog catalog = OperationCatalog.installed(loader);

            assertThat(catalog.descriptors()).hasSize(Operations.installed().size() + 1);
            OperationDescriptor type = catalog.find("text-upper").orElseThrow().descriptor();
            assertThat(type.name()).isEqualTo("Upper Case");
            assertThat(type.overview()).containsExactly(new OverviewLine("Text", "{{ text }}"));
            assertThat(type.schema().path("required")).isEqualTo(Flows.json("[\"text\"]"));
            assertThat(type.schema().at("/properties/text/title").asText()).isEqualTo("Text");
            assertThat(MetaSchema.faults(type.schema())).isEmpty();
        }
    }

    @Test
    void runsInAFlow(@TempDir Path dir) throws Exception {
        URL jar = jar(compile(dir), dir.resolve("upper.jar")).toUri().toURL();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar}, getClass().getClassLoader())) {
            Operation<?> operation = (Operation<?>) loader.loadClass("com.example.flows.UpperOperation")
                    .getConstructor()
                    .newInstance();
            JsonNode reply = io.dataflows.engine.testkit.FlowVerifier.given(
                            Flows.draft("{\"operations\": {\"a\": {\"type\": \"text-upper\", \"options\": "
                                    + "{\"text\": \"{{ $trigger.body.name }}\"}}}}"),
                            operation)
                    .whenWebhook("{\"name\": \"ada\"}")
                    .value();
            assertThat(reply.asText()).isEqualTo("ADA");
        }
    }

    private static Path compile(Path dir) throws IOException {
        Path source = Files.writeString(dir.resolve("UpperOperation.java"), SOURCE);
        Path classes = Files.createDirectory(dir.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int status = compiler.run(
                null, null, null, "-proc:none", "-d", classes.toString(), "-cp", modelOnly(), source.toString());
        assertThat(status).isZero();
        return classes;
    }

    /** What an author of operations compiles against: the model, Jackson's tree, and the annotations for nulls. */
    private static String modelOnly() {
        return Stream.of(
                        Operation.class,
                        JsonNode.class,
                        com.fasterxml.jackson.core.TreeNode.class,
                        com.fasterxml.jackson.annotation.JsonFormat.class,
                        Nullable.class)
                .map(type -> new File(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .getPath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(classes)) {
            files = tree.filter(Files::isRegularFile).toList();
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
            out.putNextEntry(new JarEntry("META-INF/services/" + Operation.class.getName()));
            out.write("com.example.flows.UpperOperation\n".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
