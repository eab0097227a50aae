package dev.kontor.exchange;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Imports of labels (O-19).
 *
 * @param unpacked so much is read of one file at most, counted as it comes out of an archive
 * @param running so many of one person's may be under way at the same time
 */
@ConfigurationProperties("kontor.import")
record ImportSettings(
        @DefaultValue("16GB") DataSize unpacked,
        @DefaultValue("4") int running) {
    ImportSettings {
        if (unpacked.toBytes() < 1 || running < 1) {
            throw new IllegalArgumentException("kontor.import: unpacked and running are positive");
        }
    }
}
