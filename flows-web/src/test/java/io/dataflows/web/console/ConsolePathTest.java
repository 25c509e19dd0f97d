package io.dataflows.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsolePathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/admin/console.js", "/admin/assets/index-DfG_3.css", "/admin/a/b.min.js"})
    void givesFilesAsTheyAre(String path) {
        assertThat(ConsolePath.file(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin",
                "/admin/",
                "/admin/flows",
                "/admin/flows/474813a8-6f6a-49ca-ab8a-aba31ad3044a",
                "/admin/../WEB-INF/beans.xml",
                "/admin/..%2fWEB-INF/beans.xml",
                "/admin/.hidden.js",
                "/admin/a;b.js",
                "/WEB-INF/beans.xml"
            })
    void givesThePageForEverythingElse(String path) {
        assertThat(ConsolePath.file(path)).isEqualTo("/admin/index.html");
    }
}
