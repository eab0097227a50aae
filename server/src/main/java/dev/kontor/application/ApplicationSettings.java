package dev.kontor.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long links to datasets live.
 *
 * @param linkLife a link works for so long, where its maker says nothing else (T-12)
 * @param longestLink no link works for longer
 */
@ConfigurationProperties("kontor.application")
record ApplicationSettings(
        @DefaultValue("24h") Duration linkLife,
        @DefaultValue("30d") Duration longestLink) {
    ApplicationSettings {
        if (!linkLife.isPositive() || longestLink.compareTo(linkLife) < 0) {
            throw new IllegalArgumentException("kontor.application: link-life is positive, longest-link not shorter");
        }
    }
}
