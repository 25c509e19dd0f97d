package io.dataflows.engine.mail;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.PlainValues;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import liqp.TemplateParser;
import liqp.antlr.CharStreamWithLocation;
import liqp.org.antlr.v4.runtime.CharStreams;
import liqp.parser.Flavor;

/** Liquid templates from a folder, and the built-in {@code base}. What a template can use up is bounded. */
final class MailTemplates {

    private static final int MAX_ITERATIONS = 10_000;
    private static final int MAX_INCLUDES = 100;
    private static final int MAX_CHARACTERS = 5_000_000;
    private static final String BUILT_IN = "base";

    private final TemplateFolder folder;
    private final String projectName;

    MailTemplates(Path folder, String projectName) {
        this.folder = new TemplateFolder(folder);
        this.projectName = projectName;
    }

    /** @throws FlowsException when there is no such template, or it can't be rendered */
    String render(String name, JsonNode data) {
        try {
            String text = TemplateLayout.merge(read(name), this::read);
            return parser(new AtomicInteger()).parse(text).renderUnguarded(variables(data));
        } catch (IOException | RuntimeException broken) {
            throw refused("Mail template (" + name + ") can't be rendered: " + broken.getMessage(), broken);
        }
    }

    private Map<String, Object> variables(JsonNode data) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("projectName", projectName);
        data.properties().forEach(member -> variables.put(member.getKey(), PlainValues.of(member.getValue())));
        return variables;
    }

    /** @param included how many templates were included so far */
    private TemplateParser parser(AtomicInteger included) {
        return new TemplateParser.Builder()
                .withFlavor(Flavor.LIQUID)
                .withNameResolver(name -> include(name, included.incrementAndGet()))
                .withShowExceptionsFromInclude(true)
                .withMaxIterations(MAX_ITERATIONS)
                .withMaxSizeRenderedString(MAX_CHARACTERS)
                .withMaxTemplateSizeBytes(TemplateFolder.MAX_BYTES)
                .build();
    }

    private CharStreamWithLocation include(String name, int number) throws IOException {
        if (number > MAX_INCLUDES) {
            throw new IOException("it includes more than " + MAX_INCLUDES + " others");
        }
        return new CharStreamWithLocation(CharStreams.fromString(TemplateLayout.merge(read(name), this::read)));
    }

    private String read(String name) throws IOException {
        var found = folder.read(name);
        if (found.isPresent()) {
            return found.get();
        }
        if (name.equals(BUILT_IN)) {
            return builtIn();
        }
        throw new IOException("there is no such template. Maybe add it to the folder that EMAIL_TEMPLATES_PATH names");
    }

    private static String builtIn() throws IOException {
        try (InputStream base = Objects.requireNonNull(MailTemplates.class.getResourceAsStream("base.liquid"))) {
            return new String(base.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static FlowsException refused(String message, Exception cause) {
        FlowsException refused = new FlowsException(Fault.of(ErrorCode.INVALID_PAYLOAD, FaultKind.USER, message + "."));
        refused.initCause(cause);
        return refused;
    }
}
