package io.dataflows.model.capability;

import java.util.regex.Pattern;

/** One header of a request. */
public record HttpHeader(String name, String value) {

    private static final Pattern SECRET = Pattern.compile(
            "(?i)(^|[-_])((set-)?cookie|auth|authorization|authentication|token|secret|password|passwd|credentials?"
                    + "|api-?key|access-?key|(auth|access|api|csrf|xsrf)-?token|session(-?id)?|signature)($|[-_])");

    /** Whether headers of this name carry a secret: a token, a cookie, an API key … */
    public static boolean isSecret(String name) {
        return SECRET.matcher(name).find();
    }
}
