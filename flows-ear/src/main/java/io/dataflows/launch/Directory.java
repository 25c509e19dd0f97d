package io.dataflows.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole directory trees. */
final class Directory {

    private Directory() {}

    /** Copies every file below {@code source}, times and permissions included; {@code target} is new or empty. */
    static void copy(Path source, Path target) throws IOException {
        for (Path path : tree(source)) {
            Path copied = target.resolve(source.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(copied);
            } else {
                Files.copy(path, copied, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Removes the directory with all that is in it, if it is there. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        for (Path path :
                tree(directory).stream().sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
        }
    }

    private static List<Path> tree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.toList();
        }
    }
}
