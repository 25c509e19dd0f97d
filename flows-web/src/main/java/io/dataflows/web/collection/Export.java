package io.dataflows.web.collection;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.JsonText;
import io.dataflows.engine.Listing;
import io.dataflows.model.error.Refusals;
import io.dataflows.web.http.Answers;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** Gives rows as a file. */
public final class Export {
    /** So that a spreadsheet takes the text for UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Set<String> FORMATS = Set.of("json", "csv", "csv_utf8");

    private Export() {}

    /** @throws io.dataflows.model.error.FlowsException INVALID_QUERY for a format that can't be written */
    public static void check(String format) {
        if (!FORMATS.contains(format)) {
            throw Refusals.invalidQuery("\"export\" as \"" + format + "\" is not supported");
        }
    }

    /**
     * @param format {@code json}, {@code csv} or {@code csv_utf8}
     * @throws io.dataflows.model.error.FlowsException INVALID_QUERY for a format that can't be written
     */
    public static Response of(String format, JsonNode rows, String name) {
        check(format);
        Response answer =
                switch (format) {
                    case "json" -> Answers.text(Answers.JSON, JsonText.write(rows));
                    case "csv_utf8" -> Answers.text("text/csv; charset=utf-8", BYTE_ORDER_MARK + Listing.csv(rows));
                    default -> Answers.text("text/csv; charset=utf-8", Listing.csv(rows));
                };
        String ending = format.startsWith("csv") ? "csv" : format;
        return Response.fromResponse(answer)
                .header("Content-Disposition", "attachment; filename=\"" + name + "." + ending + "\"")
                .build();
    }
}
