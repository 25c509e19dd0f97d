package io.dataflows.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How an administrator gets in, as the server's log tells it at the first start. The e-mail is kept with the data,
 * so that later starts can name it; the password never is.
 */
final class SignIn {

    private static final Pattern CREATED =
            Pattern.compile("Administrator (\\S+@\\S+) created(?: with password ([\\w-]+))?");

    private final Path kept;
    private volatile @Nullable String password;

    SignIn(Path data) {
        this.kept = data.resolve("administrator.txt");
    }

    /** Takes note when the line announces the administrator. */
    void read(String line) {
        Matcher matcher = CREATED.matcher(line);
        if (matcher.find()) {
            password = matcher.group(2);
            keep(matcher.group(1));
        }
    }

    /** One clause for the last line of the start. */
    String advice() throws IOException {
        if (!Files.exists(kept)) {
            return "sign in as the administrator";
        }
        String email = Files.readString(kept).strip();
        return password == null
                ? "sign in as " + email + " with the password from the first start or ADMIN_PASSWORD"
                : "sign in as " + email + " with password " + password + " (shown this once)";
    }

    private void keep(String email) {
        try {
            Files.writeString(kept, email + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
