package io.dataflows.engine.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one folder that templates come from: {@code <name>.liquid}. Nothing outside of it is ever read. */
final class TemplateFolder {

    static final int MAX_BYTES = 1 << 20;

    /** Parts of letters, digits and the like: no dots that lead upwards, no root, no drive. */
    private static final Pattern NAME =
            Pattern.compile("[\\w-][\\w. -]*(/[\\w-][\\w. -]*)*", Pattern.UNICODE_CHARACTER_CLASS);

    private final Path folder;

    TemplateFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The template's text; nothing when there is no such template.
     *
     * @throws IOException when it can't be read
     */
    Optional<String> read(String name) throws IOException {
        String file = name.endsWith(".liquid") ? name : name + ".liquid";
        if (!NAME.matcher(file).matches()) {
            return Optional.empty();
        }
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path) || !isInside(path)) {
            return Optional.empty();
        }
        if (Files.size(path) > MAX_BYTES) {
            throw new IOException("Template (" + name + ") is larger than " + MAX_BYTES + " bytes.");
        }
        return Optional.of(Files.readString(path, StandardCharsets.UTF_8));
    }

    /** A link in the folder may not lead out of it. */
    private boolean isInside(Path path) throws IOException {
        return path.toRealPath().startsWith(folder.toRealPath());
    }
}
