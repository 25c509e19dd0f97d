package io.dataflows.engine.ee.reach;

import io.dataflows.model.capability.Mail;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a mail goes to.
 *
 * @param bad texts that are no addresses
 */
record Recipients(
        List<InternetAddress> to,
        List<InternetAddress> cc,
        List<InternetAddress> bcc,
        List<InternetAddress> replyTo,
        List<String> bad) {

    static Recipients of(Mail mail) {
        List<String> bad = new ArrayList<>();
        return new Recipients(
                read(mail.to(), bad), read(mail.cc(), bad), read(mail.bcc(), bad), read(mail.replyTo(), bad), bad);
    }

    /** Everybody that the mail server is told. */
    InternetAddress[] envelope() {
        return Stream.of(to, cc, bcc).flatMap(List::stream).distinct().toArray(InternetAddress[]::new);
    }

    private static List<InternetAddress> read(List<String> texts, List<String> bad) {
        List<InternetAddress> addresses = new ArrayList<>();
        for (String text : texts) {
            try {
                // Line breaks and the like never belong into an address; they could begin a header of their own.
                for (InternetAddress one : InternetAddress.parse(text.replaceAll("\\p{Cntrl}+", " "), false)) {
                    add(one, addresses, bad);
                }
            } catch (AddressException unreadable) {
                bad.add(text);
            }
        }
        return addresses;
    }

    private static void add(InternetAddress one, List<InternetAddress> addresses, List<String> bad) {
        InternetAddress checked = checked(one);
        if (checked == null) {
            bad.add(String.valueOf(one.getAddress()));
        } else {
            addresses.add(checked);
        }
    }

    /** The address with a domain that every mail server reads, and a name in UTF-8; null when it is none. */
    private static @Nullable InternetAddress checked(InternetAddress one) {
        String address = one.getAddress();
        int at = address == null ? -1 : address.lastIndexOf('@');
        if (address == null || at < 1 || one.isGroup()) {
            return null;
        }
        try {
            String domain = address.substring(at + 1);
            boolean literal = domain.startsWith("[");
            String ascii = address.substring(0, at + 1) + (literal ? domain : IDN.toASCII(domain));
            InternetAddress checked = new InternetAddress(ascii, one.getPersonal(), StandardCharsets.UTF_8.name());
            checked.validate();
            return StandardCharsets.US_ASCII.newEncoder().canEncode(ascii) ? checked : null;
        } catch (AddressException | IllegalArgumentException | UnsupportedEncodingException noAddress) {
            return null;
        }
    }
}
