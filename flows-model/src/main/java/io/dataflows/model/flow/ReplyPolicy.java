package io.dataflows.model.flow;

import org.jspecify.annotations.Nullable;

/**
 * What a run gives back to its caller.
 *
 * @param path {@code $last}, {@code $all}, or a path into the Flow Object; null or empty gives nothing
 * @param async the caller doesn't wait for the run
 * @param errorOnReject a last step that rejected becomes the caller's error
 */
public record ReplyPolicy(@Nullable String path, boolean async, boolean errorOnReject) {

    public static final String LAST = "$last";
    public static final String ALL = "$all";
}
