package io.dataflows.engine.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/settings.md has every setting that the code reads, and no other. */
class DocumentedSettingsTest {

    private static final String NAME = "([A-Z][A-Z0-9_]+)";
    private static final Pattern READ =
            Pattern.compile("\\b(?:text|number|time|size|list|flag)\\(\\s*\"" + NAME + "\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| *`" + NAME + "` *\\|");

    /** The names of proxies are made of the scheme, so that no call shows them. */
    private static final Set<String> MADE_UP = Set.of("HTTP_PROXY", "HTTPS_PROXY");

    @Test
    void showsTheSettingsThatTheCodeReads() throws IOException {
        Set<String> read = names(READ, source());
        assertThat(read).contains("DATASOURCE", "SECRET", "EMAIL_SMTP_HOST", "CACHE_STATUS_HEADER", "NO_PROXY");
        read.addAll(MADE_UP);
        assertThat(names(ROW, Files.readString(module().resolve("../docs/settings.md"))))
                .containsExactlyElementsOf(read);
    }

    private static Set<String> names(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        pattern.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static String source() throws IOException {
        StringBuilder source = new StringBuilder();
        for (Path file : files()) {
            source.append(Files.readString(file));
        }
        return source.toString();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(module().resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Where this module lies, wherever the tests are started from. */
    private static Path module() {
        Path here = Path.of("").toAbsolutePath();
        return here.endsWith("flows-engine") ? here : here.resolve("flows-engine");
    }
}
