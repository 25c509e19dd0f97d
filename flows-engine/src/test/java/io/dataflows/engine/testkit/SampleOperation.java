package io.dataflows.engine.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationInfo;
import io.dataflows.model.operation.OperationInfo.Overview;
import io.dataflows.model.operation.Option;
import io.dataflows.model.operation.Option.Choice;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has one option of every kind, for tests of what is made of options. */
@OperationInfo(
        id = "sample",
        name = "Sample",
        icon = "science",
        description = "Has one option of every kind.",
        effect = Effect.PURE,
        overview = @Overview(label = "Text", text = "{{ text }}"))
public final class SampleOperation implements Operation<SampleOperation.Options> {

    public record Options(
            @Option(title = "Text", required = true, half = true, placeholder = "words") @Nullable String text,
            @Option(title = "Number", widget = "number") @Nullable Double number,
            @Option(title = "Limited", widget = "number", defaultValue = "5") @Min(1) @Max(10) @Nullable
                    Integer limited,
            @Option(title = "Switch", widget = "switch", defaultValue = "false") @Nullable Boolean flag,
            @Option(title = "Any", widget = "textarea") @Nullable JsonNode any,
            @Option(title = "JSON", widget = "json", parseText = true) @Nullable JsonNode json,
            @Option(title = "Tags", widget = "tags") @Nullable List<String> tags,
            @Option(title = "Headers", widget = "headers") @Nullable List<Header> headers,
            @Option(
                            title = "Closed",
                            widget = "select",
                            defaultValue = "\"one\"",
                            choices = {@Choice(value = "one", title = "The first"), @Choice("two")})
                    @Nullable
                    String closed,
            @Option(
                            title = "Open",
                            widget = "select",
                            open = true,
                            choices = {@Choice("1"), @Choice("2")})
                    @Nullable
                    Integer open,
            @Option(title = "Hidden", required = true, shownWhen = "closed=two", widget = "code", language = "sql")
                    @Nullable
                    String hidden,
            @Option(title = "Secret", secret = true, widget = "password") @Nullable String secret,
            @Option(title = "Code") @Pattern(regexp = "[A-Z]+") @Nullable String code) {}

    public record Header(
            @Option(title = "Header", required = true, half = true) @Nullable String header,
            @Option(title = "Value", half = true) @Nullable String value) {}

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Outcome run(Options options, StepContext context) {
        return new Outcome.Resolved(NullNode.getInstance());
    }
}
