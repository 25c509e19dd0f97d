package io.dataflows.engine;

import org.jspecify.annotations.Nullable;

/** A text isn't JSON; the message says where, and may be shown to the sender. */
public final class MalformedJson extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedJson(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
