package dev.kontor.project;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is decided about projects as a whole.
 *
 * @param trash a deleted project can be restored for so long; then it is purged (O-13)
 * @param sweep how often is looked for projects that are to be purged, from the trash or with their workspace
 */
@ConfigurationProperties("kontor.project")
record ProjectSettings(
        @DefaultValue("30d") Duration trash,
        @DefaultValue("1m") Duration sweep) {
    ProjectSettings {
        if (trash.isNegative() || sweep.isNegative() || sweep.isZero()) {
            throw new IllegalArgumentException("kontor.project: trash is not negative, sweep is positive");
        }
    }
}
