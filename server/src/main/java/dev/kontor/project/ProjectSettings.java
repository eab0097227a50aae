package dev.kontor.project;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is decided about projects as a whole.
 *
 * @param trash a deleted project can be restored for so long; then it is purged (O-13)
 * @param sweep how often the trash is looked through for what is to be purged
 */
@ConfigurationProperties("kontor.project")
record ProjectSettings(
        @DefaultValue("30d") Duration trash,
        @DefaultValue("1h") Duration sweep) {
    ProjectSettings {
        if (trash.isNegative() || sweep.isNegative() || sweep.isZero()) {
            throw new IllegalArgumentException("kontor.project: trash is not negative, sweep is positive");
        }
    }
}
