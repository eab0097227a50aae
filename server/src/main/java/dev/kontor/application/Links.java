package dev.kontor.application;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.DATASET_STANDING;
import static kontor.tables.facts.Tables.INVITATION_MAIL;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.DatasetFacts;
import dev.kontor.access.DatasetLevel;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.People;
import dev.kontor.dataset.LevelLowered;
import dev.kontor.identity.Secret;
import dev.kontor.organization.InvitationMail;
import dev.kontor.organization.MailedLinks;
import dev.kontor.web.Cursor;
import dev.kontor.web.Email;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of links to datasets. One that is over is deleted, but for expired ones, which are not followed. */
@Component
class Links {
    private final DSLContext sql;
    private final Clock clock;

    Links(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record Made(UUID id, Secret secret) {}

    /** Asking the same address again makes a new link, and the one before ends. */
    Made insert(Grant<InDataset> grant, DatasetLevel level, @Nullable Email email, Instant expiresAt) {
        if (email != null) {
            sql.deleteFrom(DATASET_LINK)
                    .where(DATASET_LINK.DATASET_ID.eq(grant.id()))
                    .and(DATASET_LINK.MAKER_ID.eq(grant.actor().userId()))
                    .and(lower(DATASET_LINK.EMAIL).eq(email.key()))
                    .execute();
        }
        Secret secret = Secret.random();
        UUID id = sql.insertInto(DATASET_LINK)
                .set(DATASET_LINK.WORKSPACE_ID, grant.scope().workspaceId())
                .set(DATASET_LINK.DATASET_ID, grant.id())
                .set(DATASET_LINK.DIGEST, secret.digest())
                .set(DATASET_LINK.EMAIL, email == null ? null : email.address())
                .set(DATASET_LINK.SECRET, email == null ? null : secret.text())
                .set(DATASET_LINK.LEVEL, level.name())
                .set(DATASET_LINK.MAKER_ID, grant.actor().userId())
                .set(DATASET_LINK.CREATED_AT, clock.instant())
                .set(DATASET_LINK.EXPIRES_AT, expiresAt)
                .returning(DATASET_LINK.ID)
                .fetchSingle()
                .get(DATASET_LINK.ID);
        return new Made(id, secret);
    }

    /** One that can be followed now, as it was made or as it was mailed. */
    Optional<Link> bySecret(Secret secret) {
        return sql.select(
                        DATASET_LINK.ID,
                        DATASET_LINK.EMAIL,
                        DATASET_LINK.LEVEL,
                        DATASET_LINK.MAKER_ID,
                        DATASET_LINK.DIGEST,
                        DATASET_LINK.EXPIRES_AT,
                        DATASET.WORKSPACE_ID,
                        DATASET.PROJECT_ID,
                        DATASET.ID,
                        DATASET.NAME)
                .from(DATASET_LINK)
                .join(DATASET)
                .on(DATASET.ID.eq(DATASET_LINK.DATASET_ID))
                .where(DATASET_LINK.DIGEST.eq(secret.digest()).or(DATASET_LINK.ID.eq(MailedLinks.invitation(secret))))
                .and(DATASET_LINK.EXPIRES_AT.gt(clock.instant()))
                .fetchOptional(r -> new Link(
                        r.get(DATASET_LINK.ID),
                        new Offer(
                                r.get(DATASET.WORKSPACE_ID),
                                r.get(DATASET.PROJECT_ID),
                                r.get(DATASET.ID),
                                r.get(DATASET.NAME),
                                DatasetLevel.valueOf(r.get(DATASET_LINK.LEVEL)),
                                r.get(DATASET_LINK.MAKER_ID)),
                        r.get(DATASET_LINK.EMAIL),
                        !Arrays.equals(r.get(DATASET_LINK.DIGEST), secret.digest()),
                        r.get(DATASET_LINK.EXPIRES_AT)));
    }

    /** Newest first: one's own, of dataset admins all; open links that have run out are left out. */
    Page<Link.View> list(Grant<InDataset> grant, Listing listing) {
        Condition after = listing.after(1)
                .map(c -> (Condition) DATASET_LINK.ID.lt(c.id(0)))
                .orElse(noCondition());
        var rows = sql.select(
                        DATASET_LINK.ID,
                        DATASET_LINK.EMAIL,
                        DATASET_LINK.SECRET,
                        DATASET_LINK.LEVEL,
                        DATASET_LINK.CREATED_AT,
                        DATASET_LINK.EXPIRES_AT,
                        DATASET.VISIBILITY)
                .select(InvitationMail.FIELDS)
                .select(People.fields(grant.actor()))
                .select(DatasetFacts.FIELDS)
                .from(DATASET_LINK)
                .join(DATASET)
                .on(DATASET.ID.eq(DATASET_LINK.DATASET_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(DATASET_LINK.MAKER_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .leftJoin(INVITATION_MAIL)
                .on(INVITATION_MAIL.INVITATION_ID.eq(DATASET_LINK.ID))
                .leftJoin(MEMBER)
                .on(People.membership(DATASET_LINK.WORKSPACE_ID))
                .leftJoin(DATASET_STANDING)
                .on(DATASET_STANDING.DATASET_ID.eq(DATASET.ID).and(DATASET_STANDING.USER_ID.eq(APP_USER.ID)))
                .where(DATASET_LINK.WORKSPACE_ID.eq(grant.scope().workspaceId()))
                .and(DATASET_LINK.DATASET_ID.eq(grant.id()))
                .and(DATASET_LINK.EMAIL.isNotNull().or(DATASET_LINK.EXPIRES_AT.gt(clock.instant())))
                .and(theirs(grant))
                .and(after)
                .orderBy(DATASET_LINK.ID.desc())
                .limit(inline(listing.size() + 1))
                .fetch(row -> view(row, People.seenBy(grant)));
        return Page.of(rows, listing.size(), view -> Cursor.of(view.id()));
    }

    private Link.View view(Record r, People people) {
        DatasetLevel level = DatasetLevel.valueOf(r.get(DATASET_LINK.LEVEL));
        boolean could =
                DatasetFacts.of(r).own().filter(own -> own.reaches(level)).isPresent();
        boolean expired = !r.get(DATASET_LINK.EXPIRES_AT).isAfter(clock.instant());
        String secret = r.get(DATASET_LINK.SECRET);
        return new Link.View(
                r.get(DATASET_LINK.ID),
                r.get(DATASET_LINK.EMAIL),
                level,
                people.person(r),
                !could ? Link.State.ENDED : expired ? Link.State.EXPIRED : Link.State.OPEN,
                r.get(DATASET_LINK.CREATED_AT),
                r.get(DATASET_LINK.EXPIRES_AT),
                r.get(DATASET_LINK.EMAIL) == null ? null : InvitationMail.of(r),
                secret == null ? null : Link.path(secret),
                List.of("LINK_REVOKE"));
    }

    /** What it was for; nothing where there is none that the actor may end. */
    Optional<Optional<String>> revoke(Grant<InDataset> grant, UUID id) {
        return sql.deleteFrom(DATASET_LINK)
                .where(DATASET_LINK.DATASET_ID.eq(grant.id()).and(DATASET_LINK.ID.eq(id)))
                .and(theirs(grant))
                .returning(DATASET_LINK.EMAIL)
                .fetchOptional(r -> Optional.ofNullable(r.get(DATASET_LINK.EMAIL)));
    }

    /** An invitation is followed once. */
    void used(Link link) {
        sql.deleteFrom(DATASET_LINK).where(DATASET_LINK.ID.eq(link.id())).execute();
    }

    /** T-13: what somebody could no longer make. */
    void deleteBeyond(LevelLowered lowered) {
        String[] beyond = Arrays.stream(DatasetLevel.values())
                .filter(level -> lowered.to() == null || !lowered.to().reaches(level))
                .map(Enum::name)
                .toArray(String[]::new);
        sql.deleteFrom(DATASET_LINK)
                .where(DATASET_LINK.DATASET_ID.eq(lowered.datasetId()))
                .and(DATASET_LINK.MAKER_ID.eq(lowered.userId()))
                .and(DATASET_LINK.LEVEL.in(beyond))
                .execute();
    }

    int countOf(UUID workspaceId, Collection<UUID> makers) {
        return sql.fetchCount(
                DATASET_LINK,
                DATASET_LINK
                        .WORKSPACE_ID
                        .eq(workspaceId)
                        .and(DATASET_LINK.MAKER_ID.eq(any(makers.toArray(UUID[]::new)))));
    }

    /** Of people of an organization, to datasets in these projects. */
    int countOf(UUID workspaceId, UUID organizationId, Collection<UUID> projects) {
        return sql.fetchCount(select(DATASET_LINK.ID)
                .from(DATASET_LINK)
                .join(DATASET)
                .on(DATASET.ID.eq(DATASET_LINK.DATASET_ID))
                .join(MEMBER)
                .on(MEMBER.WORKSPACE_ID.eq(DATASET_LINK.WORKSPACE_ID).and(MEMBER.USER_ID.eq(DATASET_LINK.MAKER_ID)))
                .where(DATASET_LINK.WORKSPACE_ID.eq(workspaceId))
                .and(MEMBER.ORGANIZATION_ID.eq(organizationId))
                .and(DATASET.PROJECT_ID.eq(any(projects.toArray(UUID[]::new)))));
    }

    private static Condition theirs(Grant<InDataset> grant) {
        return DatasetPermission.DATASET_ADMINISTER.heldBy(grant.scope().level())
                ? noCondition()
                : DATASET_LINK.MAKER_ID.eq(grant.actor().userId());
    }
}
