package dev.kontor.derivation;

import static org.jooq.impl.DSL.trueCondition;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.DatasetVisibility;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.Locks;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.dataset.CreateDataset;
import dev.kontor.dataset.DatasetName;
import dev.kontor.dataset.Datasets;
import dev.kontor.dataset.NewDataset;
import dev.kontor.derivation.Derivation.Source;
import dev.kontor.derivation.Derivation.State;
import dev.kontor.draft.FillDraft;
import dev.kontor.draft.FillDraft.Conflicts;
import dev.kontor.identity.Starters;
import dev.kontor.label.Catalog;
import dev.kontor.version.Spot;
import dev.kontor.version.Spots;
import dev.kontor.version.Versions;
import dev.kontor.web.Description;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a dataset from versions of others, step by step: with a condition it filters, of several it merges, else it
 * duplicates. Each step is a transaction of its own and asks anew whether the starter may still do it.
 */
@Component
class DeriveDataset {
    static final int FIRST_PAGE = 20_000;

    /** How many items of one step come along at most; where few of those before did, more are looked at. */
    private static final int TAKEN = 100_000;

    private static final int LOOKED_AT = 1_000_000;
    private static final int MOST_SOURCES = 50;

    private final Access access;
    private final Locks locks;
    private final Spots spots;
    private final Versions versions;
    private final Starters starters;
    private final Datasets datasets;
    private final CreateDataset create;
    private final FillDraft draft;
    private final Derivations derivations;
    private final Audit audit;

    DeriveDataset(
            Access access,
            Locks locks,
            Spots spots,
            Versions versions,
            Starters starters,
            Datasets datasets,
            CreateDataset create,
            FillDraft draft,
            Derivations derivations,
            Audit audit) {
        this.access = access;
        this.locks = locks;
        this.spots = spots;
        this.versions = versions;
        this.starters = starters;
        this.datasets = datasets;
        this.create = create;
        this.draft = draft;
        this.derivations = derivations;
        this.audit = audit;
    }

    /** A version, branch or tag of a dataset. */
    record From(UUID datasetId, String version) {}

    /**
     * What is wished for.
     *
     * @param sources the versions that items come from, in their order
     * @param where which items; all where nothing is said
     * @param conflicts what happens where two sources have one path; {@code ABORT} where nothing is said
     */
    record Wanted(
            DatasetName name,
            @Nullable Description description,
            @Nullable DatasetVisibility visibility,
            List<From> sources,
            @Nullable Where where,
            @Nullable Conflicts conflicts) {
        Wanted {
            sources = List.copyOf(sources);
            if (sources.isEmpty() || sources.size() > MOST_SOURCES) {
                throw Refusal.UNACCEPTABLE.on("sources", "A dataset is made of 1 to " + MOST_SOURCES + " versions.");
            }
            if (where != null) {
                where.check();
            }
        }
    }

    @Transactional
    public UUID start(Actor actor, UUID projectId, Wanted wanted) {
        List<Source> sources = new ArrayList<>();
        List<String> catalogs = new ArrayList<>();
        long total = 0;
        for (From from : wanted.sources()) {
            Spot spot = use(actor, from.datasetId(), from.version());
            UUID version = spot.versionId();
            if (version == null) {
                throw Refusal.NO_VERSION.refused();
            }
            sources.add(new Source(from.datasetId(), version, datasets.name(spot.grant()), spot.number()));
            spot.catalog().ifPresent(catalogs::add);
            total += versions.find(spot.grant(), version)
                    .orElseThrow(Refusal.NOT_FOUND::refused)
                    .items();
        }
        UUID id = create.create(
                        actor, projectId, new NewDataset(wanted.name(), wanted.description(), wanted.visibility()))
                .id();
        Conflicts conflicts = wanted.conflicts() == null ? Conflicts.ABORT : wanted.conflicts();
        long number = draft.begin(actor, id, Catalog.union(catalogs));
        Grant<InDataset> into = access.require(actor, DatasetPermission.DATASET_CHANGE, id);
        UUID derivation = derivations.insert(
                into, number, new Derivations.Plan(wanted.name().text(), sources, wanted.where(), conflicts, total));
        record(actor, AuditKind.DATASET_DERIVATION_STARTED, hold(derivation));
        return derivation;
    }

    /** The next items, with the rights that the starter has now; says whether there is more to do. */
    @Transactional
    public boolean step(UUID id) {
        Derivation derivation = hold(id);
        if (derivation.state() != State.RUNNING) {
            return false;
        }
        Actor actor =
                starters.actor(derivation.starterId(), derivation.keyId()).orElseThrow(Refusal.NOT_SIGNED_IN::refused);
        UUID into = Objects.requireNonNullElseGet(derivation.datasetId(), () -> {
            throw Refusal.NOT_FOUND.refused();
        });
        if (derivation.filled()) {
            // by itself: what filled the draft held the quota's lock, for which everybody in the workspace waits
            draft.commit(actor, into, derivation.draft(), message(derivation));
            derivations.end(id, State.DONE, null, null);
            return false;
        }
        fill(actor, into, derivation);
        return true;
    }

    private void fill(Actor actor, UUID into, Derivation derivation) {
        Source source = derivation.sources().get(derivation.source());
        Spot from = use(actor, source.datasetId(), source.versionId().toString());
        FillDraft.Page page = draft.fill(
                actor,
                into,
                derivation.draft(),
                new FillDraft.Stretch(
                        from,
                        derivation.after(),
                        derivation.looked(),
                        new FillDraft.Most(limit(derivation, from), TAKEN)),
                fits(derivation.where()),
                derivation.conflicts());
        if (derivation.conflicts() == Conflicts.ABORT && page.conflict().isPresent()) {
            throw Refusal.PATHS_CLASH.refused(page.conflict().get(), source.text());
        }
        derivations.progress(derivation, page);
    }

    private int limit(Derivation derivation, Spot from) {
        return derivation.handled() == 0 && most(derivation, from) <= TAKEN
                ? LOOKED_AT
                : limit(derivation.handled(), derivation.taken());
    }

    /** How many fit at most, going by what the version says of its labels; that decides about nothing but the first step. */
    private long most(Derivation derivation, Spot from) {
        Where where = derivation.where();
        return where == null
                ? Long.MAX_VALUE
                : where.most(Often.of(versions.statistics(from.grant(), Objects.requireNonNull(from.versionId()))));
    }

    /** Looking at many in one go costs less than in parts, but what comes along is written, while others wait. */
    static int limit(long handled, long taken) {
        return handled == 0 ? FIRST_PAGE : (int) Math.clamp(TAKEN * handled / Math.max(taken, 1), TAKEN, LOOKED_AT);
    }

    @Transactional
    public Derivation stop(UUID id, Refused refused) {
        Derivation derivation = holdAlone(id);
        if (derivations.end(id, State.STOPPED, refused.refusal().code(), refused.detail())) {
            starter(derivation)
                    .ifPresent(actor -> audit.record(
                            actor,
                            event(AuditKind.DATASET_DERIVATION_STOPPED, derivation)
                                    .with("dataset", derivation.madeId())
                                    .with("reason", refused.refusal().code())));
        }
        return derivation;
    }

    /** Whose it is: the person, too, where the key that began it is gone. */
    Optional<Actor> starter(Derivation derivation) {
        return starters.actor(derivation.starterId(), derivation.keyId())
                .or(() -> starters.actor(derivation.starterId(), null));
    }

    /** Nothing where it had come to its end already. */
    @Transactional
    public Optional<Derivation> cancel(Actor actor, UUID id) {
        UUID own = derivations
                .find(actor, id)
                .orElseThrow(Refusal.NOT_FOUND::refused)
                .id();
        Derivation derivation = holdAlone(own);
        if (!derivations.end(id, State.CANCELLED, null, null)) {
            return Optional.empty();
        }
        record(actor, AuditKind.DATASET_DERIVATION_CANCELLED, derivation);
        return Optional.of(derivation);
    }

    /** The workspace's lock first, as everybody takes them. */
    private Derivation hold(UUID id) {
        locks.shared(Locks.Scope.WORKSPACE, derivations.workspace(id));
        return derivations.hold(id);
    }

    /** For an end, with which the unfinished dataset is deleted. */
    private Derivation holdAlone(UUID id) {
        locks.alone(Locks.Scope.WORKSPACE, derivations.workspace(id));
        return derivations.hold(id);
    }

    /** With USER on the source, wherever it comes from (section 7). */
    private Spot use(Actor actor, UUID datasetId, String version) {
        access.require(actor, DatasetPermission.DATASET_USE, datasetId);
        return spots.version(actor, datasetId, version);
    }

    static Condition fits(@Nullable Where where) {
        return where == null ? trueCondition() : where.fits();
    }

    private static String message(Derivation derivation) {
        String sources = derivation.sources().stream().map(Source::text).collect(Collectors.joining("; "));
        String how = derivation.where() != null
                ? "Filtered from "
                : derivation.sources().size() > 1 ? "Merged from " : "Copied from ";
        String message = how + sources;
        return message.length() <= 2_000 ? message : message.substring(0, 1_999) + "…";
    }

    private void record(Actor actor, AuditKind kind, Derivation derivation) {
        audit.record(actor, event(kind, derivation));
    }

    private static AuditEvent event(AuditKind kind, Derivation derivation) {
        return AuditEvent.inWorkspace(derivation.workspaceId(), kind, "derivation", derivation.id(), derivation.name())
                .with("sources", derivation.sources().size());
    }
}
