package dev.kontor.bucket;

import static dev.kontor.web.Refusal.NO_AUTHENTICATION_INFO;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.Locks;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditKind;
import dev.kontor.bucket.BucketImport.Counts;
import dev.kontor.bucket.BucketImport.State;
import dev.kontor.bucket.ImportedObjects.Imported;
import dev.kontor.draft.PutFiles;
import dev.kontor.identity.Starters;
import dev.kontor.storage.Digest;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an import does in the database, a transaction each: none of them waits for the bucket. */
@Component
class ImportSteps {
    private final Access access;
    private final Locks locks;
    private final Starters starters;
    private final AuthenticationInfos infos;
    private final Seal seal;
    private final BucketImports imports;
    private final ImportedObjects imported;
    private final PutFiles files;
    private final Audit audit;

    ImportSteps(
            Access access,
            Locks locks,
            Starters starters,
            AuthenticationInfos infos,
            Seal seal,
            BucketImports imports,
            ImportedObjects imported,
            PutFiles files,
            Audit audit) {
        this.access = access;
        this.locks = locks;
        this.starters = starters;
        this.infos = infos;
        this.seal = seal;
        this.imports = imports;
        this.imported = imported;
        this.files = files;
        this.audit = audit;
    }

    /** An import that may go on, and what it needs to. */
    record Ready(BucketImport job, Actor actor, OutsideBucket bucket, Credentials credentials) {}

    /** What came of a part of the list: files to put, by their path what they were, and what was not taken. */
    record Part(
            List<PutFiles.File> files,
            Map<String, Imported> marks,
            Map<String, String> keys,
            Counts counts,
            List<BucketImport.Refusal> refusals,
            @Nullable String after) {}

    /** With the rights that the starter has now, and the credentials that are there now. */
    @Transactional
    public Optional<Ready> ready(UUID id) {
        BucketImport job = imports.find(id).orElse(null);
        if (job == null || job.state() != State.RUNNING) {
            return Optional.empty();
        }
        Actor actor = actor(job);
        files.mayPut(actor, job.datasetId(), job.draft());
        Grant<InDataset> grant = access.require(actor, DatasetPermission.DATASET_CHANGE, job.datasetId());
        var sealed = infos.sealed(grant).orElseThrow(NO_AUTHENTICATION_INFO::refused);
        if (!sealed.bucket().place().equals(job.bucket())
                || !job.prefix().startsWith(sealed.bucket().prefix())) {
            throw NO_AUTHENTICATION_INFO.refused();
        }
        return Optional.of(
                new Ready(job, actor, sealed.bucket(), seal.open(job.datasetId(), sealed.bucket(), sealed.sealed())));
    }

    private Actor actor(BucketImport job) {
        return starters.actor(job.starterId(), job.keyId()).orElseThrow(Refusal.NOT_SIGNED_IN::refused);
    }

    /** By path, the marks of what was imported before and stands in the draft unchanged. */
    @Transactional
    public Map<String, String> unchanged(Ready ready, Collection<String> paths) {
        Map<String, Imported> before = imported.find(ready.job().datasetId(), paths);
        Map<String, Digest> there = before.isEmpty()
                ? Map.of()
                : files.digests(
                        ready.actor(), ready.job().datasetId(), ready.job().draft(), before.keySet());
        Map<String, String> marks = new HashMap<>();
        before.forEach((path, one) -> {
            if (one.digest().equals(there.get(path))) {
                marks.put(path, one.mark());
            }
        });
        return marks;
    }

    /** Says whether the import goes on: nobody has cancelled it, and this was not its last part. */
    @Transactional
    public boolean put(UUID id, Part part, boolean last) {
        BucketImport job = hold(id);
        if (job == null || job.state() != State.RUNNING) {
            return false;
        }
        Actor actor = actor(job);
        List<PutFiles.Told> told =
                part.files().isEmpty() ? List.of() : files.put(actor, job.datasetId(), job.draft(), part.files());
        Map<String, Imported> marks = new HashMap<>(part.marks());
        List<BucketImport.Refusal> refusals = new ArrayList<>(part.refusals());
        for (PutFiles.Told one : told) {
            if (one.code() != null) {
                marks.remove(one.path());
                String key = part.keys().getOrDefault(one.path(), one.path());
                refusals.add(new BucketImport.Refusal(key, one.code(), one.detail()));
            }
        }
        imported.remember(job.datasetId(), marks);
        long staged = told.stream().filter(PutFiles.Told::changed).count();
        long unchanged = part.counts().unchanged() + marks.size() - staged;
        Counts counts = new Counts(part.counts().looked(), staged, unchanged, refusals.size());
        imports.progress(job, counts, refusals, part.after());
        if (last) {
            end(job, State.DONE, null);
        }
        return !last;
    }

    @Transactional
    public void stop(UUID id, Refused refused) {
        BucketImport job = hold(id);
        if (job != null) {
            end(job, State.STOPPED, refused);
        }
    }

    /** One more failure in a row; says how many these are. */
    @Transactional
    public int failed(UUID id) {
        return imports.failed(id);
    }

    /** The workspace's lock first, as everybody takes them. */
    private @Nullable BucketImport hold(UUID id) {
        imports.find(id).ifPresent(job -> locks.shared(Locks.Scope.WORKSPACE, job.workspaceId()));
        return imports.hold(id).orElse(null);
    }

    private void end(BucketImport job, State state, @Nullable Refused refused) {
        String reason = refused == null ? null : refused.refusal().code();
        if (!imports.end(job.id(), state, reason, refused == null ? null : refused.detail())) {
            return;
        }
        AuditKind kind = state == State.DONE ? AuditKind.BUCKET_IMPORT_DONE : AuditKind.BUCKET_IMPORT_STOPPED;
        starters.actor(job.starterId(), job.keyId()).ifPresent(actor -> audit.record(actor, job.event(kind)));
    }
}
