package dev.kontor.statistic;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the figures of days come about.
 *
 * @param every how often the figures of the present day are counted anew; the last count of a day is what is kept
 */
@ConfigurationProperties("kontor.statistic")
record StatisticSettings(@DefaultValue("1h") Duration every) {
    StatisticSettings {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("kontor.statistic.every is positive");
        }
    }
}
