package dev.kontor.identity;

import dev.kontor.web.Refusal;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and compares passwords with Argon2id (19 MiB, two passes). Only a few at a time, because each costs memory and
 * a core; an unknown account takes as long as a wrong password.
 */
@Component
public class Passwords {
    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final String nobodys = argon.encode("nobody has this password");

    public String hash(Password password) {
        return within(() -> argon.encode(password.text()));
    }

    boolean matches(String password, @Nullable String hash) {
        return within(() -> argon.matches(password, hash == null ? nobodys : hash)) && hash != null;
    }

    private <T> T within(Supplier<T> work) {
        try {
            if (!places.tryAcquire(5, TimeUnit.SECONDS)) {
                throw Refusal.BUSY.refused();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.BUSY.refused();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
