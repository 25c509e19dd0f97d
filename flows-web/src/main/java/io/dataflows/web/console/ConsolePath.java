package io.dataflows.web.console;

import java.util.regex.Pattern;

/** Decides which file of the console a path means. */
final class ConsolePath {
    private static final String PAGE = "/admin/index.html";
    /** Files have an ending, and names without a trick; pages of the console have neither. */
    private static final Pattern FILE =
            Pattern.compile("/admin(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

    private ConsolePath() {}

    /** The path of a file below {@code /admin}, which need not be there, or of the page. */
    static String file(String path) {
        return FILE.matcher(path).matches() ? path : PAGE;
    }
}
