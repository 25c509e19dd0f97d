package io.dataflows.engine.http;

import java.io.IOException;

/** An answer has more bytes than one may have. */
final class AnswerTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    AnswerTooLarge(int maxSize) {
        super("maxContentLength size of " + maxSize
                + " exceeded. Maybe an administrator can raise FLOWS_REQUEST_MAX_SIZE.");
    }
}
