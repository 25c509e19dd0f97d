package io.dataflows.engine.ee.reach;

import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a mail wasn't delivered: mail servers answer 5xx to what will never work, 4xx to what may work later. */
final class DeliveryFaults {

    private static final Pattern REPLY = Pattern.compile("(?:^|\\s)([45])\\d\\d[ -]");

    private DeliveryFaults() {}

    static Fault of(Throwable failure) {
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return of(failure.getCause());
        } else if (failure instanceof FlowsException refused) {
            return refused.fault();
        }
        return isPermanent(failure) ? permanent(reason(failure)) : temporary(reason(failure));
    }

    static Fault badAddresses(List<String> bad) {
        String shown = OutgoingMessage.oneLine(String.join(", ", bad));
        String cut = shown.length() > 200 ? shown.substring(0, 200) + "…" : shown;
        return permanent(bad.isEmpty() ? "it has no recipient" : "recipient (" + cut + ") is no mail address");
    }

    static Fault full() {
        return temporary("too many mails wait to be sent");
    }

    static Fault stopping() {
        return temporary("the server is stopping");
    }

    private static Fault permanent(String reason) {
        return Fault.of(ErrorCode.INVALID_PAYLOAD, FaultKind.USER, "Mail was not delivered: " + reason + ".");
    }

    private static Fault temporary(String reason) {
        return Fault.of(
                ErrorCode.SERVICE_UNAVAILABLE, FaultKind.OPERATIONAL, "Mail was not delivered: " + reason + ".");
    }

    private static boolean isPermanent(Throwable failure) {
        for (Throwable one = failure; one != null; one = next(one)) {
            if (one instanceof AuthenticationFailedException) {
                return false;
            }
            Matcher reply = REPLY.matcher(String.valueOf(one.getMessage()));
            if (reply.find()) {
                return reply.group(1).equals("5");
            }
        }
        return false;
    }

    /** The texts of the failure and of what is behind it, each once. */
    private static String reason(Throwable failure) {
        StringBuilder reason = new StringBuilder();
        for (Throwable one = failure; one != null; one = next(one)) {
            String text = one.getMessage() == null ? one.getClass().getSimpleName() : one.getMessage();
            String line = OutgoingMessage.oneLine(text).trim().replaceAll("[.;:]+$", "");
            if (reason.indexOf(line) < 0) {
                reason.append(reason.length() == 0 ? "" : "; ").append(line);
            }
        }
        return reason.toString();
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException chained && chained.getNextException() != null
                ? chained.getNextException()
                : failure.getCause();
    }
}
