package io.dataflows.engine.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Vectors;
import io.dataflows.engine.recorded.RecordedProduct.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * The cases of {@code engine_cases.json}: one flow and one call each. Compared are the caller's answer, the stored run,
 * what reached the world outside, and the rows afterwards.
 */
public final class RecordedEngineCases {

    private final RecordedProduct product;
    private final RecordedOutside outside;
    private final Placeholders people;
    private final List<Difference> differences = new ArrayList<>();
    private int compared;

    /** @param people knows who is called {@code <admin-user>}, {@code <editor-role>} and so on, and {@code <host>} */
    public RecordedEngineCases(RecordedProduct product, RecordedOutside outside, Placeholders people) {
        this.product = product;
        this.outside = outside;
        this.people = people;
    }

    public static List<RecordedCase> all() {
        return StreamSupport.stream(
                        Vectors.read("engine_cases.json").path("cases").spliterator(), false)
                .map(RecordedCase::of)
                .toList();
    }

    /** Runs the cases that are asked for and tells each difference; the empty list is success. */
    public List<String> run(Predicate<RecordedCase> asked) {
        all().stream().filter(asked).forEach(this::compare);
        return differences.stream().map(Difference::toString).toList();
    }

    /** How many cases were run. */
    public int compared() {
        return compared;
    }

    private void compare(RecordedCase recorded) {
        compared++;
        outside.clear();
        product.begin(recorded);
        Placeholders known = people.copy();
        UUID flow = UUID.randomUUID();
        known.bind("<flow>", flow.toString());
        known.bind("<target>", outside.target());
        UUID other = saveOther(recorded, known);
        product.save(recorded.draft(flow, known));
        long before = System.nanoTime();
        JsonNode call = recorded.json().path("call");
        Answer answer = product.call(
                call.path("auth").asText(),
                call.path("method").asText(),
                flow,
                known.filledIn(call.path("body"), outside.target()));
        compareTime(recorded, (System.nanoTime() - before) / 1_000_000);
        var comparison = new CaseComparison(recorded, known, differences);
        comparison.answer(answer);
        comparison.run(product.runs(flow));
        if (other != null) {
            comparison.otherRuns(product.runs(other).size());
        }
        comparison.outgoing(outside.requests());
        List<JsonNode> mails = new ArrayList<>(outside.mails());
        mails.addAll(product.mails());
        comparison.mails(mails);
        if (recorded.json().has("after")) {
            comparison.after(product.after(recorded, flow));
        }
    }

    private UUID saveOther(RecordedCase recorded, Placeholders known) {
        if (!recorded.hasOtherFlow()) {
            return null;
        }
        UUID other = UUID.randomUUID();
        known.bind(recorded.otherFlowPlaceholder(), other.toString());
        product.save(recorded.otherDraft(other, known));
        return other;
    }

    /** {@code observedMs} is a lower bound such as {@code >200}. */
    private void compareTime(RecordedCase recorded, long milliseconds) {
        String observed = recorded.json().path("observedMs").asText("");
        if (!observed.isEmpty() && milliseconds < Long.parseLong(observed.substring(1))) {
            differences.add(new Difference(recorded, "time", observed, milliseconds));
        }
    }
}
