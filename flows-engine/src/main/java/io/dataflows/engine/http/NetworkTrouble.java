package io.dataflows.engine.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.StreamClosedException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** Gives what goes wrong with connections the codes that flows know. */
final class NetworkTrouble {

    private NetworkTrouble() {}

    /** Whether another address may be tried: the connection didn't come about, so nothing was sent. */
    static boolean isAboutConnecting(Throwable trouble) {
        Throwable cause = unwrap(trouble);
        return cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof ConnectTimeoutException;
    }

    /** The trouble with a connection as a problem; what is none of the network's stays as it is. */
    static Throwable of(Throwable trouble, Route route) {
        Throwable cause = unwrap(trouble);
        String connecting = connectCode(cause);
        if (connecting != null) {
            return RequestProblem.network(connecting, "connect " + connecting + " " + route.peer(), cause);
        }
        String code = code(cause);
        return code == null ? cause : RequestProblem.network(code, message(code, cause), cause);
    }

    /** The trouble with an answer that is there. */
    static Throwable of(Throwable trouble) {
        Throwable cause = unwrap(trouble);
        String code = code(cause);
        return code == null ? cause : RequestProblem.network(code, message(code, cause), cause);
    }

    static Throwable unwrap(Throwable trouble) {
        boolean wrapped = trouble instanceof CompletionException
                || trouble instanceof UncheckedIOException
                || trouble instanceof NoRoom;
        Throwable cause = trouble.getCause();
        return wrapped && cause != null ? unwrap(cause) : trouble;
    }

    private static @Nullable String connectCode(Throwable cause) {
        if (cause instanceof ConnectTimeoutException) {
            return "ETIMEDOUT";
        }
        if (cause instanceof NoRouteToHostException) {
            return "EHOSTUNREACH";
        }
        boolean unreachable = String.valueOf(cause.getMessage()).contains("unreachable");
        return cause instanceof ConnectException ? unreachable ? "ENETUNREACH" : "ECONNREFUSED" : null;
    }

    private static @Nullable String code(Throwable cause) {
        if (cause instanceof TimeoutException
                || cause instanceof SocketTimeoutException
                || cause instanceof ConnectionRequestTimeoutException) {
            return "ETIMEDOUT";
        }
        if (cause instanceof SSLPeerUnverifiedException) {
            return "ERR_TLS_CERT_ALTNAME_INVALID";
        }
        if (cause instanceof SSLException) {
            return certificateCode(cause);
        }
        if (cause instanceof ConnectionClosedException
                || cause instanceof StreamClosedException
                || cause instanceof TruncatedChunkException
                || cause instanceof SocketException) {
            return "ECONNRESET";
        }
        return cause instanceof IOException || cause instanceof HttpException ? "ERR_BAD_RESPONSE" : null;
    }

    private static String message(String code, Throwable cause) {
        return switch (code) {
            case "ECONNRESET" -> "socket hang up";
            case "ETIMEDOUT" -> "The answer took too long.";
            default -> String.valueOf(cause.getMessage());
        };
    }

    private static String certificateCode(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                // The JDK has no type of its own for a certificate of another name.
                boolean otherName = String.valueOf(cause.getMessage()).matches("(?s)No (subject alternative|name).*");
                return otherName ? "ERR_TLS_CERT_ALTNAME_INVALID" : "UNABLE_TO_VERIFY_LEAF_SIGNATURE";
            }
        }
        return "EPROTO";
    }
}
