package io.dataflows.engine.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The world that recorded flows reach: a web server and a mail server of the test's own. */
public interface RecordedOutside {

    /** Host and port of the web server. */
    String target();

    /** Forgets what reached it. */
    void clear();

    /** Requests that reached it, as the cases write them: {@code {method, url, headers, body}}. */
    List<JsonNode> requests();

    /** Mails that reached it, as the cases write them: {@code {from, rcpt, subject, to, fromHeader, body}}. */
    List<JsonNode> mails();
}
