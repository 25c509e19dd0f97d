package io.dataflows.engine.operation.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.model.capability.Mail;
import io.dataflows.model.capability.MailSender;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationInfo;
import io.dataflows.model.operation.Option;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import org.jspecify.annotations.Nullable;

/** Sends a mail. The step waits for the mail server, without a thread, and by default resolves whatever it says. */
@OperationInfo(
        id = "mail",
        name = "Send Email",
        icon = "mail",
        description = "Sends an email to one or more people.",
        effect = Effect.EXTERNAL,
        overview = {
            @OperationInfo.Overview(label = "Subject", text = "{{ subject }}"),
            @OperationInfo.Overview(label = "To", text = "{{ to }}"),
            @OperationInfo.Overview(label = "Type", text = "{{ type }}"),
            @OperationInfo.Overview(label = "CC", text = "{{ cc }}"),
            @OperationInfo.Overview(label = "BCC", text = "{{ bcc }}"),
            @OperationInfo.Overview(label = "Reply To", text = "{{ replyTo }}"),
            @OperationInfo.Overview(label = "From Name", text = "{{ fromName }}")
        })
public final class MailOperation implements Operation<MailOperation.Options> {

    /** Addresses are text with commas between them, lists, or lists in lists. */
    public record Options(
            @Option(title = "To", widget = "tags", required = true, placeholder = "ada@example.com") @Nullable
                    JsonNode to,
            @Option(title = "Subject", required = true) @Nullable String subject,
            @Option(title = "CC", widget = "tags") @Nullable JsonNode cc,
            @Option(title = "BCC", widget = "tags") @Nullable JsonNode bcc,
            @Option(title = "Reply To", widget = "tags") @Nullable JsonNode replyTo,
            @Option(title = "From Name", description = "The sender's name; the project's unless set.") @Nullable
                    String fromName,
            @Option(
                            title = "Type",
                            widget = "select",
                            half = true,
                            defaultValue = "\"markdown\"",
                            choices = {
                                @Option.Choice(value = "markdown", title = "Markdown"),
                                @Option.Choice(value = "wysiwyg", title = "WYSIWYG"),
                                @Option.Choice(value = "template", title = "Template")
                            })
                    @Nullable
                    String type,
            @Option(
                            title = "Template",
                            description = "Name of a template of this server.",
                            half = true,
                            defaultValue = "\"base\"",
                            shownWhen = "type=template")
                    @Nullable
                    String template,
            @Option(
                            title = "Body",
                            widget = "markdown",
                            shownWhen = {"type=markdown", "type=wysiwyg"})
                    @Nullable
                    String body,
            @Option(
                            title = "Data",
                            description = "What the template can use.",
                            widget = "json",
                            shownWhen = "type=template")
                    @Nullable
                    JsonNode data,
            @Option(
                            title = "On Failure",
                            description =
                                    "Whether a mail that wasn't delivered rejects. Either way the server's log has it.",
                            widget = "select",
                            half = true,
                            defaultValue = "\"resolve\"",
                            choices = {
                                @Option.Choice(value = "resolve", title = "Continue on the success path"),
                                @Option.Choice(value = "reject", title = "Continue on the failure path")
                            })
                    @Nullable
                    String onFailure) {}

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Outcome run(Options options, StepContext context) {
        boolean rejects = "reject".equals(options.onFailure());
        Mail mail = new Mail(
                context.chain().first(),
                context.runId(),
                context.stepKey(),
                context.concealment(),
                Addresses.of(options.to()),
                Addresses.of(options.cc()),
                Addresses.of(options.bcc()),
                Addresses.of(options.replyTo()),
                options.fromName(),
                options.subject(),
                body(options));
        return new Outcome.Pending(context.capability(MailSender.class)
                .send(mail)
                .thenApply(delivery -> outcome(delivery.failure(), rejects)));
    }

    private static Outcome outcome(@Nullable Fault failure, boolean rejects) {
        return failure != null && rejects
                ? new Outcome.Rejected(failure)
                : new Outcome.Resolved(NullNode.getInstance());
    }

    private static Mail.Body body(Options options) {
        String type = options.type() == null ? "markdown" : options.type();
        if (type.equals("template")) {
            String name = options.template() == null || options.template().isEmpty() ? "base" : options.template();
            return new Mail.Template(
                    name, options.data() == null ? JsonNodeFactory.instance.objectNode() : options.data());
        }
        if (type.equals("wysiwyg")) {
            return new Mail.Html(options.body() == null ? "" : options.body());
        }
        if (options.body() == null) {
            throw new FlowsException(Fault.ofPlainError(
                    "Error", FaultKind.USER, "Body is missing. Maybe write one, or use a template."));
        }
        return new Mail.Markdown(options.body());
    }
}
