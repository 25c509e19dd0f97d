package io.dataflows.engine.mail;

import io.dataflows.engine.setting.MailSettings;
import io.dataflows.model.capability.Mail;

/** Makes HTML of what mails say. */
public final class MailBodies {

    private final MailTemplates templates;

    public MailBodies(MailSettings settings) {
        this.templates = new MailTemplates(settings.templates(), settings.projectName());
    }

    /** @throws io.dataflows.model.error.FlowsException when a template doesn't exist or can't be rendered */
    public String html(Mail.Body body) {
        if (body instanceof Mail.Markdown markdown) {
            return Markdown.toHtml(markdown.text());
        } else if (body instanceof Mail.Html html) {
            return html.text();
        }
        Mail.Template template = (Mail.Template) body;
        return templates.render(template.name(), template.data());
    }
}
