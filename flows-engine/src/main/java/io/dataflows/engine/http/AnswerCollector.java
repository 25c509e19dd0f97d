package io.dataflows.engine.http;

import io.dataflows.model.capability.HttpHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Takes an answer in as it arrives, up to the size that it may have. */
final class AnswerCollector implements AsyncResponseConsumer<RawAnswer> {

    private final int maxSize;
    private final AnswerRoom.Share room;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private volatile boolean abandoned;
    private @Nullable HttpResponse head;
    private @Nullable FutureCallback<RawAnswer> whole;

    AnswerCollector(int maxSize, AnswerRoom.Share room) {
        this.maxSize = maxSize;
        this.room = room;
    }

    @Override
    public void consumeResponse(
            HttpResponse response,
            @Nullable EntityDetails entity,
            HttpContext context,
            FutureCallback<RawAnswer> callback)
            throws IOException {
        checkAwaited();
        head = response;
        whole = callback;
        if (entity == null) {
            complete();
        } else if (entity.getContentLength() > maxSize) {
            throw new AnswerTooLarge(maxSize);
        }
    }

    /** Nobody waits for it any more: the next byte of it ends the connection. */
    void abandon() {
        abandoned = true;
    }

    @Override
    public void consume(ByteBuffer part) throws IOException {
        checkAwaited();
        if (part.remaining() > maxSize - body.size()) {
            throw new AnswerTooLarge(maxSize);
        }
        room.take(part.remaining());
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        body.write(bytes, 0, bytes.length);
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(Integer.MAX_VALUE);
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        complete();
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // Tells nothing that a flow could use.
    }

    @Override
    public void failed(Exception cause) {
        // The request's own callback hears of it.
    }

    @Override
    public void releaseResources() {
        body.reset();
    }

    private void checkAwaited() throws InterruptedIOException {
        if (abandoned) {
            throw new InterruptedIOException("Nobody waits for the answer any more.");
        }
    }

    private void complete() {
        if (head == null || whole == null) {
            throw new IllegalStateException("A body came before its head.");
        }
        List<HttpHeader> headers = new ArrayList<>();
        for (Header header : head.getHeaders()) {
            headers.add(new HttpHeader(header.getName(), header.getValue() == null ? "" : header.getValue()));
        }
        String reason = head.getReasonPhrase() == null ? "" : head.getReasonPhrase();
        whole.completed(new RawAnswer(head.getCode(), reason, List.copyOf(headers), body.toByteArray()));
    }
}
