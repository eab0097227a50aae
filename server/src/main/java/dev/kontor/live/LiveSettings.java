package dev.kontor.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How open pages are kept current.
 *
 * @param heartbeat every stream says something at least so often, and it is asked so often whether it may go on
 * @param streamsPerUser streams that one user may have open on one node
 * @param streams streams that one node serves
 */
@ConfigurationProperties("kontor.live")
record LiveSettings(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("20") int streamsPerUser,
        @DefaultValue("10000") int streams) {
    private static final Duration SLOWEST = Duration.ofSeconds(60);

    LiveSettings {
        if (heartbeat.isNegative() || heartbeat.isZero() || heartbeat.compareTo(SLOWEST) > 0) {
            throw new IllegalArgumentException("kontor.live.heartbeat is positive and at most 60 seconds");
        }
        if (streamsPerUser < 1 || streams < 1) {
            throw new IllegalArgumentException("kontor.live: the limits of streams are positive");
        }
    }
}
