package io.dataflows.engine.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.FlowsException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Hashes and checks passwords with Argon2id: 19 MiB of memory, two passes, one lane. */
public final class Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    /** A longer one never matches. */
    public static final int LONGEST = 1024;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    /** Each check takes memory on purpose: a crowd at the door mustn't take all of it. */
    private final Semaphore room = new Semaphore(2, true);

    private final String nobody = hash("nobody has this password");

    /** In the text form that holds how it was made. */
    public String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult();
    }

    /** Takes the same time whether there is a hash to compare with or not; no hash never matches. */
    boolean matches(String password, @Nullable String hash) {
        String given = password.length() > LONGEST ? "" : password;
        enter();
        try {
            boolean same = Password.check(given, hash == null ? nobody : hash).with(argon2);
            return same && hash != null && !password.isEmpty();
        } finally {
            room.release();
        }
    }

    private void enter() {
        try {
            if (!room.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw FlowsException.of(ErrorCode.REQUESTS_EXCEEDED, "Too many sign-ins at once. Try again.");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw FlowsException.of(ErrorCode.SERVICE_UNAVAILABLE, "The server is stopping.");
        }
    }
}
