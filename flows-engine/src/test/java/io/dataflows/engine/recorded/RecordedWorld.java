package io.dataflows.engine.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dataflows.engine.testkit.RecordedHttpServer;
import java.util.ArrayList;
import java.util.List;

/** A web server and a mail server on 127.0.0.1. */
public final class RecordedWorld implements RecordedOutside, AutoCloseable {

    private final RecordedHttpServer web;
    private final GreenMail mail;

    private RecordedWorld(RecordedHttpServer web, GreenMail mail) {
        this.web = web;
        this.mail = mail;
    }

    /** @param smtpPort 0 for any */
    public static RecordedWorld open(int smtpPort) {
        GreenMail mail = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return new RecordedWorld(RecordedHttpServer.start(), mail);
    }

    public int smtpPort() {
        return mail.getSmtp().getPort();
    }

    @Override
    public String target() {
        return web.authority();
    }

    @Override
    public void clear() {
        web.forget();
        try {
            mail.purgeEmailFromAllMailboxes();
        } catch (FolderException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public List<JsonNode> requests() {
        List<JsonNode> requests = new ArrayList<>();
        web.outgoing().forEach(requests::add);
        return requests;
    }

    @Override
    public List<JsonNode> mails() {
        return ReceivedMails.of(mail);
    }

    @Override
    public void close() {
        web.close();
        mail.stop();
    }
}
