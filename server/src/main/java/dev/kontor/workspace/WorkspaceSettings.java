package dev.kontor.workspace;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Periods of a workspace's life. All of them may be seconds, so that a whole life can be watched (O-09).
 *
 * @param trial how long a new workspace is on trial
 * @param purge a workspace whose trial has ended is purged after so long
 * @param grace a workspace that its owner deletes can be restored for so long
 * @param warnings so long before the end of a trial, a purge or a deletion people are warned of it (O-07)
 * @param warningRest nothing is purged or deleted until the last warning is so old, by time that truly passed (O-07)
 * @param sweep how often is looked for workspaces whose time has come
 */
@ConfigurationProperties("kontor.workspace")
public record WorkspaceSettings(
        @DefaultValue("30d") Duration trial,
        @DefaultValue("30d") Duration purge,
        @DefaultValue("30d") Duration grace,
        @DefaultValue({"7d", "3d", "1d"}) List<Duration> warnings,
        @DefaultValue("1d") Duration warningRest,
        @DefaultValue("1m") Duration sweep) {
    public WorkspaceSettings {
        positive("trial", trial);
        positive("purge", purge);
        positive("grace", grace);
        positive("sweep", sweep);
        warnings = warnings.stream().sorted(Comparator.reverseOrder()).toList();
        if (warnings.isEmpty()
                || Stream.concat(warnings.stream(), Stream.of(warningRest)).anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("kontor.workspace: at least one warning, and no negative periods");
        }
    }

    private static void positive(String name, Duration period) {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("kontor.workspace." + name + " is positive");
        }
    }
}
