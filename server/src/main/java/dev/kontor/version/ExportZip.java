package dev.kontor.version;

import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.dataset.Datasets;
import dev.kontor.storage.Contents;
import dev.kontor.version.Items.Totals;
import dev.kontor.version.Items.WithContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A version, or what begins with a prefix in it, as a zip: page by page outside of any transaction, asking before each
 * page whether the actor may still read, so that neither memory nor a revoked right lasts as long as a download.
 */
@Component
class ExportZip {
    private static final int PAGE = 100;
    private static final int BUFFER = 128 << 10;

    private final Spots spots;
    private final Items items;
    private final Contents contents;
    private final Datasets datasets;
    private final Audit audit;
    private final RunningExports running;
    private final Clock clock;

    ExportZip(
            Spots spots,
            Items items,
            Contents contents,
            Datasets datasets,
            Audit audit,
            RunningExports running,
            Clock clock) {
        this.spots = spots;
        this.items = items;
        this.contents = contents;
        this.datasets = datasets;
        this.audit = audit;
        this.running = running;
        this.clock = clock;
    }

    /** Which version, and what of it. */
    record Wanted(Actor actor, UUID datasetId, String ref, String prefix) {}

    /** A download that was begun. */
    record Begun(String name, Optional<RunningExports.Running> running) {}

    @Transactional
    public Begun begun(Spot spot, Totals totals) {
        Grant<InDataset> grant = spot.grant();
        String name = datasets.name(grant);
        audit.record(
                grant.actor(),
                AuditEvent.inWorkspace(
                                grant.scope().workspaceId(), AuditKind.DATASET_EXPORTED, "dataset", grant.id(), name)
                        .with("version", spot.number())
                        .with("items", totals.count())
                        .with("bytes", totals.bytes()));
        return new Begun(name, running.begin(spot));
    }

    /** Until its end, however it comes, the version is not deleted. */
    void write(Wanted wanted, Totals totals, Begun begun, OutputStream out) throws IOException {
        try {
            write(new Run(wanted, begun.running().orElse(null)), totals, out);
        } finally {
            begun.running().ifPresent(running::end);
        }
    }

    private static final class Run {
        private final Wanted wanted;
        private RunningExports.@Nullable Running running;

        Run(Wanted wanted, RunningExports.@Nullable Running running) {
            this.wanted = wanted;
            this.running = running;
        }
    }

    private void write(Run run, Totals totals, OutputStream out) throws IOException {
        Wanted wanted = run.wanted;
        byte[] buffer = new byte[BUFFER];
        Zip zip = new Zip(out, Zip.wide(totals), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        pages(
                run,
                (spot, after) -> items.contentsAfter(spot, wanted.prefix(), after, PAGE),
                WithContent::path,
                item -> {
                    zip.begin(new Zip.Entry(
                            item.path(), item.content().size(), item.content().crc32()));
                    try (InputStream in = contents.open(item.content())) {
                        copy(in, buffer, out);
                    }
                });
        pages(
                run,
                (spot, after) -> items.entriesAfter(spot, wanted.prefix(), after, PAGE * 10),
                Zip.Entry::path,
                zip::list);
        zip.end();
    }

    private static void copy(InputStream in, byte[] buffer, OutputStream out) throws IOException {
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            out.write(buffer, 0, length);
        }
    }

    private interface Reader<T> {
        List<T> page(Spot spot, @Nullable String after);
    }

    private interface Sink<T> {
        void take(T one) throws IOException;
    }

    private <T> void pages(Run run, Reader<T> reader, Function<T, String> path, Sink<T> sink) throws IOException {
        Wanted wanted = run.wanted;
        String after = null;
        while (true) {
            if (run.running != null) {
                run.running = running.goesOn(run.running);
            }
            List<T> page = reader.page(spots.find(wanted.actor(), wanted.datasetId(), wanted.ref()), after);
            for (T one : page) {
                sink.take(one);
            }
            if (page.isEmpty()) {
                return;
            }
            after = path.apply(page.getLast());
        }
    }
}
