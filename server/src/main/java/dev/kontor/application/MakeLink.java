package dev.kontor.application;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetLevel;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.dataset.Datasets;
import dev.kontor.dataset.LevelLowered;
import dev.kontor.dataset.Writable;
import dev.kontor.web.Email;
import dev.kontor.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** T-12, T-13: makes links up to one's own level, EDITOR at most, and revokes them. */
@Component
class MakeLink {
    private final Access access;
    private final Links links;
    private final Datasets datasets;
    private final ApplicationSettings settings;
    private final Audit audit;
    private final Clock clock;

    MakeLink(Access access, Links links, Datasets datasets, ApplicationSettings settings, Audit audit, Clock clock) {
        this.access = access;
        this.links = links;
        this.datasets = datasets;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param hours that it works, a day if not said */
    record Wanted(DatasetLevel level, @Nullable Integer hours) {}

    /** Shown once: nobody can read the secret again. */
    record Made(UUID id, String link, Instant expiresAt) {}

    @Transactional
    public Made make(Actor actor, UUID datasetId, Wanted wanted) {
        Grant<InDataset> grant = toInvite(actor, datasetId, wanted.level());
        if (!Link.MOST.reaches(wanted.level())) {
            throw Refusal.LINK_LEVEL.refused(Link.MOST);
        }
        Duration life = wanted.hours() == null ? settings.linkLife() : Duration.ofHours(wanted.hours());
        if (!life.isPositive() || life.compareTo(settings.longestLink()) > 0) {
            throw Refusal.UNACCEPTABLE.on(
                    "hours", "A link works for 1 to " + settings.longestLink().toHours() + " hours.");
        }
        Instant until = clock.instant().plus(life);
        Links.Made made = links.insert(grant, wanted.level(), null, until);
        record(grant, AuditKind.LINK_MADE, made.id(), wanted.level(), Optional.empty());
        return new Made(made.id(), Link.path(made.secret().text()), until);
    }

    /** The same for one address; in the caller's transaction. */
    Links.Made invite(Grant<InDataset> grant, DatasetLevel level, Email email, Instant until) {
        Links.Made made = links.insert(grant, level, email, until);
        record(grant, AuditKind.LINK_MADE, made.id(), level, Optional.of(email.address()));
        return made;
    }

    /** Who may invite, as far up as that, into a project that others can be let into. */
    Grant<InDataset> toInvite(Actor actor, UUID datasetId, DatasetLevel level) {
        Grant<InDataset> grant = access.toChangeFacts(actor, DatasetPermission.DATASET_INVITE, datasetId);
        Writable.check(grant);
        if (level == DatasetLevel.OWNER) {
            throw Refusal.OWNER_LEVEL.refused();
        }
        if (!grant.scope().own().orElseThrow().reaches(level)) {
            throw Refusal.LEVEL_ABOVE_OWN.refused(grant.scope().own().orElseThrow());
        }
        return grant;
    }

    @Transactional
    public void revoke(Actor actor, UUID datasetId, UUID id) {
        Grant<InDataset> grant = access.toNarrowFacts(actor, DatasetPermission.DATASET_INVITE, datasetId);
        Optional<String> email = links.revoke(grant, id).orElseThrow(Refusal.NOT_FOUND::refused);
        record(grant, AuditKind.LINK_REVOKED, id, null, email);
    }

    /** Links of others end with their makers' level: whoever could no longer make them. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(LevelLowered lowered) {
        links.deleteBeyond(lowered);
    }

    private void record(
            Grant<InDataset> grant, AuditKind kind, UUID id, @Nullable DatasetLevel level, Optional<String> email) {
        AuditEvent event = AuditEvent.inWorkspace(grant.scope().workspaceId(), kind, "link", id, datasets.name(grant))
                .with("dataset", grant.id());
        if (level != null) {
            event = event.with("level", level.name());
        }
        audit.record(grant.actor(), email.isPresent() ? event.with("email", email.get()) : event);
    }
}
