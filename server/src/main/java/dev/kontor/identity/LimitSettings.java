package dev.kontor.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests one node takes from one source. Who sends more is told to wait (429).
 *
 * @param user requests of a person's browser sessions together, or of one access key, within the window; 0 for any number
 * @param address requests from one network address (of IPv6: from one /64) by nobody who is signed in, within the window, and as
 *     many with sessions and keys that were not right within it; 0 for any number
 * @param window is counted over, evenly: after half of it half of what was used may be used again
 */
@ConfigurationProperties("kontor.limit")
record LimitSettings(
        @DefaultValue("60000") int user,
        @DefaultValue("6000") int address,
        @DefaultValue("1m") Duration window) {
    LimitSettings {
        if (user < 0 || address < 0 || window.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("kontor.limit: numbers are not negative, the window is at least 1s");
        }
    }
}
