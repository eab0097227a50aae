package dev.kontor.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests with an Idempotency-Key are treated.
 *
 * @param keep their answers are given again for so long
 * @param patience the same request, sent while it is running, waits for its answer so long
 */
@ConfigurationProperties("kontor.idempotency")
record IdempotencySettings(
        @DefaultValue("24h") Duration keep,
        @DefaultValue("5s") Duration patience) {
    IdempotencySettings {
        if (keep.isNegative() || keep.isZero() || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("kontor.idempotency: keep and patience are positive");
        }
    }
}
