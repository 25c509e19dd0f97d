package io.dataflows.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code of docs/adding-an-operation.md is the code that the build compiles and runs. */
class DocumentedExampleTest {

    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void showsTheFilesThatTheBuildCompilesAndRuns() throws IOException {
        assertThat(blocks()).containsExactly(file("HashOperation.java"), file("HashOperationTest.java"));
    }

    private static List<String> blocks() throws IOException {
        return JAVA.matcher(Files.readString(module().resolve("../docs/adding-an-operation.md")))
                .results()
                .map(block -> block.group(1).trim())
                .toList();
    }

    private static String file(String name) throws IOException {
        return Files.readString(module().resolve("src/test/java/io/dataflows/example/" + name))
                .trim();
    }

    /** Where this module lies, wherever the tests are started from. */
    private static Path module() {
        Path here = Path.of("").toAbsolutePath();
        return here.endsWith("flows-engine") ? here : here.resolve("flows-engine");
    }
}
