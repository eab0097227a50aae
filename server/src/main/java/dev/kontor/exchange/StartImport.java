package dev.kontor.exchange;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.Locks;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.background.LongWork;
import dev.kontor.dataset.Datasets;
import dev.kontor.draft.PutLabels;
import dev.kontor.draft.UnpackArchive;
import dev.kontor.exchange.Import.State;
import dev.kontor.identity.Starters;
import dev.kontor.storage.Contents;
import dev.kontor.storage.Received;
import dev.kontor.version.ItemPath;
import dev.kontor.web.Busy;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a file in and begins to read labels from it: small ones to their end before answering, others by the job. The
 * job is told in the beginning's transaction: a restart loses nothing.
 */
@Component
class StartImport {
    /** Files up to this size are read before the answer. */
    static final long SMALL = 4 << 20;

    /** By the job, unless the node ends that reads them. */
    private static final Duration LEFT_ALONE = Duration.ofMinutes(2);

    private final Access access;
    private final Locks locks;
    private final Contents contents;
    private final Imports imports;
    private final ImportRows rows;
    private final ReadImport reading;
    private final ApplyImport applying;
    private final PutLabels put;
    private final Starters starters;
    private final Datasets datasets;
    private final Audit audit;
    private final LongWork work;
    private final ImportSettings settings;
    private final TransactionTemplate transaction;
    private final TransactionTemplate step;

    StartImport(
            Access access,
            Locks locks,
            Contents contents,
            Imports imports,
            ImportRows rows,
            ReadImport reading,
            ApplyImport applying,
            PutLabels put,
            Starters starters,
            Datasets datasets,
            Audit audit,
            LongWork work,
            ImportSettings settings,
            PlatformTransactionManager transactions) {
        this.access = access;
        this.locks = locks;
        this.contents = contents;
        this.imports = imports;
        this.rows = rows;
        this.reading = reading;
        this.applying = applying;
        this.put = put;
        this.starters = starters;
        this.datasets = datasets;
        this.audit = audit;
        this.work = work;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.step = new TransactionTemplate(transactions);
        this.step.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @param format to be told from the file where nobody says */
    record Wanted(@Nullable Format format, String folder, boolean declares, boolean boxes) {
        Wanted {
            folder = ItemPath.folder(folder);
            if (!folder.isEmpty()) {
                folder = new ItemPath(folder.substring(0, folder.length() - 1)).text() + "/";
            }
        }
    }

    UUID start(Actor actor, UUID datasetId, long draft, Wanted wanted, long declared, InputStream in) {
        PutLabels.Place place = new PutLabels.Place(datasetId, draft);
        put.mayPut(actor, place, declared);
        try (Received file = contents.receive(in)) {
            Format format = format(wanted, file);
            if (declared < 0) {
                put.mayPut(actor, place, file.size());
            }
            contents.settle(file);
            boolean small = file.size() <= SMALL;
            Imports.Wanted known = new Imports.Wanted(format, wanted.folder(), wanted.declares(), wanted.boxes());
            UUID id = Objects.requireNonNull(transaction.execute(status -> begin(actor, place, known, file, small)));
            if (small) {
                ahead(id);
            }
            return id;
        }
    }

    /** Until nothing is left, or the job has to go on with it, which waits else for as long as this might take. */
    private void ahead(UUID id) {
        boolean more = true;
        while (more) {
            more = LongWork.ahead(() -> step(id), () -> work.soon(ImportingLabels.IMPORT, id));
        }
    }

    private Format format(Wanted wanted, Received file) {
        return Optional.ofNullable(wanted.format())
                .or(() -> new Source(file::open, settings.unpacked()).format())
                .orElseThrow(() -> Refusal.UNACCEPTABLE.on(
                        "format", "Which format this is cannot be told from the file; say it."));
    }

    private UUID begin(Actor actor, PutLabels.Place place, Imports.Wanted wanted, Received file, boolean small) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, place.datasetId());
        put.mayPut(actor, place, file.size());
        if (imports.running(actor) >= settings.running()) {
            throw Refusal.TOO_MANY_IMPORTS.refused(settings.running());
        }
        contents.insert(List.of(file));
        UUID id = imports.insert(grant, datasets.name(grant), place.number(), wanted, file.digest(), file.size())
                .orElseThrow(Refusal.LABELS_COMING_IN::refused);
        Import begun = imports.hold(id).orElseThrow();
        audit.record(actor, event(AuditKind.DRAFT_IMPORT_STARTED, begun).with("bytes", file.size()));
        work.begin(ImportingLabels.IMPORT, id, small ? LEFT_ALONE : Duration.ZERO);
        return id;
    }

    /** Says whether there is more to do; where a step is refused, there is not. */
    boolean step(UUID id) {
        Optional<Import> found = imports.find(id).filter(one -> one.state() == State.RUNNING);
        if (found.isEmpty()) {
            return false;
        }
        Import one = found.get();
        try {
            return switch (one.phase()) {
                case READING -> reading.read(one);
                case FILES -> reading.files(one);
                case LABELS -> Boolean.TRUE.equals(step.execute(status -> page(id)));
            };
        } catch (Refused refused) {
            Busy.throwOn(refused);
            stop(one, new UnpackArchive.Stopped(refused.refusal().code(), refused.detail()));
            return false;
        } catch (ReadImport.Ended ended) {
            stop(one, ended.why());
            return false;
        }
    }

    /** It fails again and again: then it ends, and its page says so. */
    void giveUp(UUID id) {
        Refused refused = Refusal.FAILED_REPEATEDLY.refused();
        imports.find(id)
                .filter(one -> one.state() == State.RUNNING)
                .ifPresent(one ->
                        stop(one, new UnpackArchive.Stopped(refused.refusal().code(), refused.detail())));
    }

    private boolean page(UUID id) {
        locks.shared(Locks.Scope.WORKSPACE, imports.workspace(id));
        Optional<Import> held = imports.hold(id).filter(one -> one.state() == State.RUNNING);
        if (held.isEmpty()) {
            return false;
        }
        Actor actor = reading.starter(held.get()).get();
        if (applying.page(held.get(), actor)) {
            return true;
        }
        Import done = imports.find(id).orElseThrow();
        end(done, State.DONE, null);
        Import.Counts counts = done.counts();
        audit.record(
                actor,
                event(AuditKind.DRAFT_IMPORT_DONE, done)
                        .with("items", counts.items())
                        .with("labels", counts.labels())
                        .with("files", counts.files())
                        .with("problems", counts.problems()));
        return false;
    }

    private boolean end(Import one, State state, UnpackArchive.@Nullable Stopped why) {
        rows.clear(one.id());
        return imports.end(one.id(), state, why == null ? null : why.code(), why == null ? null : why.detail());
    }

    private void stop(Import one, UnpackArchive.Stopped why) {
        step.executeWithoutResult(status -> {
            locks.shared(Locks.Scope.WORKSPACE, one.workspaceId());
            if (imports.hold(one.id()).isPresent() && end(one, State.STOPPED, why)) {
                starters.actor(one.starterId(), one.keyId())
                        .ifPresent(actor -> audit.record(
                                actor,
                                event(AuditKind.DRAFT_IMPORT_STOPPED, one).with("reason", why.code())));
            }
        });
    }

    /** What came into the draft until then stays there. One that is over stays as it is. */
    void cancel(Actor actor, UUID datasetId, UUID id) {
        transaction.executeWithoutResult(status -> {
            Grant<InDataset> grant = access.toTakeAway(actor, DatasetPermission.DATASET_CHANGE, datasetId);
            Import one = imports.find(grant, id).orElseThrow(Refusal.NOT_FOUND::refused);
            imports.hold(id);
            if (end(one, State.CANCELLED, null)) {
                audit.record(actor, event(AuditKind.DRAFT_IMPORT_CANCELLED, one));
            }
        });
    }

    private static AuditEvent event(AuditKind kind, Import one) {
        return AuditEvent.inWorkspace(one.workspaceId(), kind, "dataset", one.datasetId(), one.datasetName())
                .with("number", one.draft())
                .with("format", one.format().name());
    }
}
