package io.dataflows.engine.secret;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells by its name whether a header carries a secret, be it one that comes in or one that goes out. */
public final class SecretHeaders {

    private static final Pattern ALWAYS = Pattern.compile(
            "(?i)(^|[-_])((set-)?cookie|auth|authorization|authentication|token|secret|password|passwd|credentials?"
                    + "|api-?key|access-?key|(auth|access|api|csrf|xsrf)-?token|session(-?id)?|signature)($|[-_])");

    private final Set<String> more;

    private SecretHeaders(Set<String> more) {
        this.more = more;
    }

    /** @param more names of headers that hold secrets, in any case, besides those that always do */
    public static SecretHeaders of(Collection<String> more) {
        return new SecretHeaders(
                more.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet()));
    }

    public boolean contains(String name) {
        return ALWAYS.matcher(name).find() || more.contains(name.toLowerCase(Locale.ROOT));
    }
}
