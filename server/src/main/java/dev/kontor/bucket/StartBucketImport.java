package dev.kontor.bucket;

import static dev.kontor.web.Refusal.IMPORT_RUNNING;
import static dev.kontor.web.Refusal.NO_AUTHENTICATION_INFO;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditKind;
import dev.kontor.background.LongWork;
import dev.kontor.bucket.BucketImport.State;
import dev.kontor.draft.PutFiles;
import dev.kontor.version.ItemPath;
import dev.kontor.web.Refusal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins an import from the bucket of a dataset's authentication info into a draft, and cancels it. */
@Component
class StartBucketImport {
    private final Access access;
    private final PutFiles files;
    private final AuthenticationInfos infos;
    private final BucketImports imports;
    private final LongWork work;
    private final Audit audit;

    StartBucketImport(
            Access access,
            PutFiles files,
            AuthenticationInfos infos,
            BucketImports imports,
            LongWork work,
            Audit audit) {
        this.access = access;
        this.files = files;
        this.infos = infos;
        this.imports = imports;
        this.work = work;
        this.audit = audit;
    }

    /**
     * What is wished for.
     *
     * @param prefix within that of the authentication info; what follows it in an object's name is its path
     * @param folder of the draft into which the paths are put
     */
    record Wanted(@Nullable String prefix, @Nullable String folder) {}

    /** The job is handed over in this transaction: a restart in between loses nothing. */
    @Transactional
    public UUID start(Actor actor, UUID datasetId, long draft, Wanted wanted) {
        files.mayPut(actor, datasetId, draft);
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        OutsideBucket bucket =
                infos.find(grant).orElseThrow(NO_AUTHENTICATION_INFO::refused).bucket();
        String prefix = bucket.prefix() + ItemPath.prefix(Objects.requireNonNullElse(wanted.prefix(), ""));
        String folder = ItemPath.folder(Objects.requireNonNullElse(wanted.folder(), ""));
        UUID id = imports.insert(grant, draft, bucket, prefix, folder).orElseThrow(IMPORT_RUNNING::refused);
        record(actor, AuditKind.BUCKET_IMPORT_STARTED, imports.hold(id).orElseThrow());
        work.begin(ImportingFromBuckets.IMPORT, id);
        return id;
    }

    /** What is in the draft by then stays there. One that has ended already stays as it is. */
    @Transactional
    public void cancel(Actor actor, UUID datasetId, UUID id) {
        Grant<InDataset> grant = access.toTakeAway(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        BucketImport running = imports.find(grant, id).orElseThrow(Refusal.NOT_FOUND::refused);
        if (imports.end(id, State.CANCELLED, null, null)) {
            record(actor, AuditKind.BUCKET_IMPORT_CANCELLED, running);
        }
    }

    private void record(Actor actor, AuditKind kind, BucketImport one) {
        audit.record(actor, one.event(kind));
    }
}
