package dev.kontor.storage;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where contents are kept and how large they may be.
 *
 * @param folder for large contents, unless an object store keeps them, and for what comes in; {@code contents} in the home folder where not said
 * @param row contents up to this size are rows of the database, larger ones files or objects
 * @param largest what is larger is refused
 * @param reserve so much of the disk stays free; what would use it is refused
 * @param sweep so often what was let go of is looked for, and goes where nothing else refers to it
 * @param sent so long somebody need not send a content again that they sent into a dataset, also where nothing there has it
 * @param orphanAge files and objects that no row names are taken away when they are so old, an hour at least
 */
@ConfigurationProperties("kontor.storage")
public record StorageSettings(
        @Nullable Path folder,
        @DefaultValue("64KB") DataSize row,
        @DefaultValue("10GB") DataSize largest,
        @DefaultValue("256MB") DataSize reserve,
        @DefaultValue("10m") Duration sweep,
        @DefaultValue("1d") Duration sent,
        @DefaultValue("1d") Duration orphanAge) {
    /** Younger ones may be of an upload that is under way, which would have to be sent again. */
    private static final Duration YOUNGEST = Duration.ofHours(1);

    public StorageSettings {
        if (row.toBytes() < 0 || row.toBytes() > 64 << 20 || largest.compareTo(row) < 0 || reserve.isNegative()) {
            throw new IllegalArgumentException(
                    "kontor.storage: row is at most 64MB, largest at least row, reserve not negative");
        }
        if (orphanAge.compareTo(YOUNGEST) < 0 || sent.isNegative() || !sweep.isPositive()) {
            throw new IllegalArgumentException(
                    "kontor.storage: orphan-age is an hour or more, sent is not negative, sweep is positive");
        }
    }
}
