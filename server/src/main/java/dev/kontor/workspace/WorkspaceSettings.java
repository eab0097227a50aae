package dev.kontor.workspace;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Periods of a workspace's life.
 *
 * @param trial how long a new workspace is on trial
 */
@ConfigurationProperties("kontor.workspace")
record WorkspaceSettings(@DefaultValue("30d") Duration trial) {
    WorkspaceSettings {
        if (trial.isNegative() || trial.isZero()) {
            throw new IllegalArgumentException("kontor.workspace.trial is positive");
        }
    }
}
