package dev.kontor.inference;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Reservations of files to infer labels for (O-20).
 *
 * @param hold what is reserved is given back if nothing was heard of it for so long
 * @param sweep how often is looked for such reservations; who reserves looks as well
 */
@ConfigurationProperties("kontor.inference")
record InferenceSettings(
        @DefaultValue("1h") Duration hold,
        @DefaultValue("1m") Duration sweep) {
    InferenceSettings {
        if (hold.isNegative() || hold.isZero() || sweep.isNegative() || sweep.isZero()) {
            throw new IllegalArgumentException("kontor.inference: periods are positive");
        }
    }
}
