package dev.kontor.exchange;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.dataset.Datasets;
import dev.kontor.storage.Contents;
import dev.kontor.version.Items;
import dev.kontor.version.RunningExports;
import dev.kontor.version.Spot;
import dev.kontor.version.Spots;
import dev.kontor.version.Version;
import dev.kontor.version.Versions;
import dev.kontor.web.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a version in one of the formats, while it goes out. */
@Component
class ExportVersion {
    private final Spots spots;
    private final Items items;
    private final Versions versions;
    private final Contents contents;
    private final Datasets datasets;
    private final RunningExports running;
    private final Audit audit;
    private final Clock clock;

    ExportVersion(
            Spots spots,
            Items items,
            Versions versions,
            Contents contents,
            Datasets datasets,
            RunningExports running,
            Audit audit,
            Clock clock) {
        this.spots = spots;
        this.items = items;
        this.versions = versions;
        this.contents = contents;
        this.datasets = datasets;
        this.running = running;
        this.audit = audit;
        this.clock = clock;
    }

    /** In which format, with the files or without, of what YOLO tells. */
    record Wanted(Format format, boolean images, Format.@Nullable Task task) {
        /** Alone, without a zip around it. */
        boolean plain() {
            return format == Format.JSON_LINES && !images;
        }
    }

    /** An export that was begun; until its end the version is not deleted. */
    record Begun(
            Spot spot, Wanted wanted, Outgoing.About about, Figures figures, Optional<RunningExports.Running> running) {
        String name() {
            String file = about.dataset() + "-v" + about.version();
            return wanted.plain()
                    ? file + ".jsonl"
                    : file + "-" + wanted.format().suffix() + ".zip";
        }

        Format.Task task() {
            return wanted.task() == null ? figures.task() : wanted.task();
        }
    }

    @Transactional
    public Begun begin(Spot spot, Wanted wanted) {
        Grant<InDataset> grant = spot.grant();
        Version version = version(spot);
        String name = datasets.name(grant);
        audit.record(
                grant.actor(),
                AuditEvent.inWorkspace(
                                grant.scope().workspaceId(),
                                AuditKind.DATASET_LABELS_EXPORTED,
                                "dataset",
                                grant.id(),
                                name)
                        .with("version", version.number())
                        .with("format", wanted.format().name())
                        .with("items", version.items())
                        .with("images", wanted.images()));
        Outgoing.About about = new Outgoing.About(name, version.number(), version.createdAt(), version.items());
        return new Begun(spot, wanted, about, figures(spot), running.begin(spot));
    }

    /** There is one: drafts and datasets without a version are refused before. */
    private Version version(Spot spot) {
        return Optional.ofNullable(spot.versionId())
                .flatMap(id -> versions.find(spot.grant(), id))
                .orElseThrow(Refusal.NO_VERSION::refused);
    }

    Figures figures(Spot spot) {
        if (spot.versionId() == null) {
            throw Refusal.NO_VERSION.refused();
        }
        return Figures.of(
                versions.statistics(spot.grant(), Objects.requireNonNull(spot.versionId())),
                spot.catalog().orElse("{}"));
    }

    void write(Begun begun, OutputStream out) throws IOException {
        try {
            Pages pages = new Pages(
                    spots, items, running, begun.spot(), begun.running().orElse(null));
            if (begun.wanted().plain()) {
                WriteJsonLines.lines(begun.about(), begun.figures(), pages, out);
            } else {
                zip(begun, pages, out);
            }
        } finally {
            begun.running().ifPresent(running::end);
        }
    }

    private void zip(Begun begun, Pages pages, OutputStream out) throws IOException {
        try (SpooledZip zip = new SpooledZip(out, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            Outgoing outgoing = new Outgoing(
                    begun.about(),
                    begun.wanted().format(),
                    begun.task(),
                    begun.wanted().images(),
                    begun.figures(),
                    pages,
                    zip,
                    contents,
                    new Shortfall());
            switch (begun.wanted().format()) {
                case JSON_LINES -> WriteJsonLines.write(outgoing);
                case COCO -> WriteCoco.write(outgoing);
                case YOLO -> WriteYolo.write(outgoing);
                case PASCAL_VOC -> WriteVoc.write(outgoing);
            }
            outgoing.report();
            zip.end();
        }
    }
}
