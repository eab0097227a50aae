package dev.kontor.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kontor.access.Actor;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is left to whom, on this node alone and in memory: losing it only lets somebody begin anew, and asking costs no
 * statement. Attempts to sign in are counted apart, in the database ({@link Attempts}).
 */
@Component
class RequestLimits {
    private static final int MOST_SOURCES = 100_000;

    private final LimitSettings settings;
    private final Cache<String, Bucket> buckets;
    // not whom they are of or what they may: that is looked up with every request
    private final Cache<String, Boolean> known;

    RequestLimits(LimitSettings settings) {
        this.settings = settings;
        // a bucket that nobody took from for a window is full again, and as good as a new one
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_SOURCES)
                .expireAfterAccess(settings.window())
                .build();
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_SOURCES)
                .expireAfterAccess(settings.window())
                .build();
    }

    /**
     * One more request of that source.
     *
     * @param policy which limit it falls under
     * @param left requests that may still follow at once
     * @param full after so long all of them may
     * @param pause after so long the next one may; zero where this one may
     */
    record Taken(String policy, int most, Duration window, long left, Duration full, Duration pause) {}

    /** Nothing where there is no limit. */
    Optional<Taken> take(@Nullable Actor actor, String address) {
        if (actor == null) {
            return take("address", settings.address(), NetworkAddress.counted(address));
        }
        String source = actor.key().map(Actor.Key::id).orElse(actor.userId()).toString();
        return take("user", settings.user(), source);
    }

    /** One more lookup of a session or key that may be invented. */
    Optional<Taken> takeUnknown(String address) {
        return take("credentials", settings.address(), NetworkAddress.counted(address));
    }

    boolean isKnown(Secret secret) {
        return known.getIfPresent(digest(secret)) != null;
    }

    void remember(Secret secret, boolean right) {
        if (right) {
            known.put(digest(secret), true);
        } else {
            known.invalidate(digest(secret));
        }
    }

    private static String digest(Secret secret) {
        return HexFormat.of().formatHex(secret.digest());
    }

    private Optional<Taken> take(String policy, int most, String source) {
        if (most == 0) {
            return Optional.empty();
        }
        ConsumptionProbe probe =
                buckets.get(policy + " " + source, key -> bucket(most)).tryConsumeAndReturnRemaining(1);
        return Optional.of(new Taken(
                policy,
                most,
                settings.window(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                Duration.ofNanos(probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill()))));
    }

    private Bucket bucket(int most) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, settings.window()))
                .build();
    }
}
