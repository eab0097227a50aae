package dev.kontor.inference;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditKind;
import dev.kontor.dataset.Writable;
import dev.kontor.inference.InferenceUses.Account;
import dev.kontor.usage.CheckQuota;
import dev.kontor.usage.PlanLimits;
import dev.kontor.usage.Quota;
import dev.kontor.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * O-20: files are reserved before labels are inferred for them, whoever does it tells how many were, and the rest is given
 * back. All of a workspace go through the row of what it uses, one after the other, so no two pass the quota together.
 */
@Component
public class ReserveInference {
    private static final int MOST = 1_000_000;

    private final Access access;
    private final InferenceUses uses;
    private final Reservations reservations;
    private final ExpireReservations expire;
    private final PlanLimits limits;
    private final CheckQuota quota;
    private final InferenceSettings settings;
    private final Clock clock;
    private final Audit audit;

    ReserveInference(
            Access access,
            InferenceUses uses,
            Reservations reservations,
            ExpireReservations expire,
            PlanLimits limits,
            CheckQuota quota,
            InferenceSettings settings,
            Clock clock,
            Audit audit) {
        this.access = access;
        this.uses = uses;
        this.reservations = reservations;
        this.expire = expire;
        this.limits = limits;
        this.quota = quota;
        this.settings = settings;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    public UUID reserve(Actor actor, UUID datasetId, int files) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        if (files < 1 || files > MOST) {
            throw Refusal.UNACCEPTABLE.on("files", "Between 1 and %,d files are reserved at once.".formatted(MOST));
        }
        Account account = uses.of(grant);
        uses.open(account.workspaceId(), account.plan());
        expire.expire(account.workspaceId(), account.plan());
        long used = uses.hold(account.workspaceId(), account.plan()).orElseThrow();
        long limit = limits.of(account.plan()).inference();
        Instant now = clock.instant();
        new Quota(Quota.Kind.INFERENCE, used, limit).admit(files);
        Reservation made = reservations.insert(grant, account.plan(), files, now, now.plus(settings.hold()));
        uses.add(made.workspaceId(), made.plan(), 0, files);
        audit.record(actor, made.event(AuditKind.INFERENCE_RESERVED));
        return made.id();
    }

    /**
     * So many are inferred by now, and it goes on: from here it is held as long as from the beginning. It reserves nothing
     * more, and is possible in every state of workspace and project, or what was inferred would be counted nowhere.
     */
    @Transactional
    public void report(Actor actor, UUID datasetId, UUID id, int inferred) {
        Grant<InDataset> grant = access.toTakeAway(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Reservation before = own(grant, id);
        int more = before.more(inferred);
        Reservation after = before.with(inferred, Reservation.State.OPEN);
        reservations.report(after, clock.instant().plus(settings.hold()));
        uses.add(after.workspaceId(), after.plan(), more, -more);
        warn(grant, after, more);
        audit.record(actor, after.event(AuditKind.INFERENCE_REPORTED));
    }

    /** So many were inferred in the end. It gives back, and is possible in every state of workspace and project. */
    @Transactional
    public void settle(Actor actor, UUID datasetId, UUID id, int inferred) {
        Grant<InDataset> grant = access.toTakeAway(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Reservation before = own(grant, id);
        int more = before.more(inferred);
        Reservation after = before.with(inferred, Reservation.State.SETTLED);
        reservations.close(after, clock.instant());
        uses.add(after.workspaceId(), after.plan(), more, before.inferred() - before.files());
        warn(grant, after, more);
        audit.record(actor, after.event(AuditKind.INFERENCE_SETTLED));
    }

    /**
     * O-08: of what is inferred, which only grows, so that each warning comes once: what is reserved is given back, and would
     * cross it again and again. A plan that the workspace is no longer on is nobody's concern.
     */
    private void warn(Grant<InDataset> grant, Reservation told, int more) {
        Account account = uses.of(grant);
        if (account.plan().equals(told.plan())) {
            long before = uses.inferred(told.workspaceId(), told.plan()) - more;
            quota.warn(
                    grant.actor(),
                    new CheckQuota.Of(account.workspaceId(), account.name()),
                    new Quota(
                            Quota.Kind.INFERENCE, before, limits.of(told.plan()).inference()),
                    more);
        }
    }

    /** Nobody tells what others inferred. Read behind the lock, so that nothing of it changes meanwhile. */
    private Reservation own(Grant<InDataset> grant, UUID id) {
        Reservation found = reservations.find(grant, id).orElseThrow(Refusal.NOT_FOUND::refused);
        if (!found.userId().equals(grant.actor().userId())) {
            throw Refusal.NOT_ONES_OWN_RESERVATION.refused();
        }
        uses.hold(found.workspaceId(), found.plan());
        return reservations.find(grant, id).orElseThrow(Refusal.NOT_FOUND::refused);
    }
}
