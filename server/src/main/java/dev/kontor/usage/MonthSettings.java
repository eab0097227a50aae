package dev.kontor.usage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the figures of months come about.
 *
 * @param every how often is looked for who was active, and for months that are over
 */
@ConfigurationProperties("kontor.month")
record MonthSettings(@DefaultValue("1h") Duration every) {
    MonthSettings {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("kontor.month.every is positive");
        }
    }
}
