package dev.kontor.notification;

import static kontor.tables.Tables.NOTIFICATION;
import static kontor.tables.Tables.NOTIFICATION_PREFERENCE;
import static kontor.tables.facts.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Actor;
import dev.kontor.access.People;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of notifications: made once per event and person, listed, read, settled. */
@Component
class Notifications {
    private static final int COUNTED = 1_000;

    /** What was read is mailed no more, except what is about one's account: a thief of the session could have read it. */
    private static final Field<Boolean> MAILED_THOUGH_READ =
            field(NOTIFICATION.MAIL_DUE.isTrue().and(NOTIFICATION.KIND.in(NotificationKind.aboutAccount())));

    private final DSLContext sql;
    private final Clock clock;
    private final JsonMapper json;
    private final Mails mails;

    Notifications(DSLContext sql, Clock clock, JsonMapper json, Mails mails) {
        this.sql = sql;
        this.clock = clock;
        this.json = json;
        this.mails = mails;
    }

    /** What a notification is about: usually what the event was about. */
    record Subject(
            @Nullable UUID organizationId,
            @Nullable UUID workspaceId,
            @Nullable String workspaceName,
            String kind,
            @Nullable String id,
            @Nullable String name) {
        static Subject of(Event event) {
            return new Subject(
                    event.organizationId(),
                    event.workspaceId(),
                    event.workspaceName(),
                    event.objectKind(),
                    event.objectId(),
                    event.objectName());
        }

        Subject in(UUID organization) {
            return new Subject(organization, workspaceId, workspaceName, kind, id, name);
        }
    }

    private static final List<Field<?>> WRITTEN = List.of(
            NOTIFICATION.USER_ID,
            NOTIFICATION.EVENT_ID,
            NOTIFICATION.AT,
            NOTIFICATION.ACTOR_ID,
            NOTIFICATION.ACTOR_NAME,
            NOTIFICATION.ACTOR_ORGANIZATION_ID,
            NOTIFICATION.ACTOR_ORGANIZATION,
            NOTIFICATION.WORKSPACE_ID,
            NOTIFICATION.WORKSPACE_NAME,
            NOTIFICATION.KIND,
            NOTIFICATION.ORGANIZATION_ID,
            NOTIFICATION.OBJECT_KIND,
            NOTIFICATION.OBJECT_ID,
            NOTIFICATION.OBJECT_NAME,
            NOTIFICATION.WORDS,
            NOTIFICATION.MAIL_DUE);

    /** Idempotent: an event that is told twice makes nothing new. Nobody is asked for the same thing twice either. */
    void insert(Event event, NotificationKind kind, Subject subject, Map<String, Object> words, Set<UUID> users) {
        List<UUID> toMail = sql
                .insertInto(NOTIFICATION, WRITTEN)
                .select(rows(event, kind, subject, words)
                        .and(ACTIVE_USER.USER_ID.eq(any(users.toArray(UUID[]::new))))
                        .and(kind.asks() ? not(asked(kind, subject)) : noCondition()))
                .onConflictDoNothing()
                .returning(NOTIFICATION.USER_ID, NOTIFICATION.MAIL_DUE)
                .fetch()
                .stream()
                .filter(row -> row.get(NOTIFICATION.MAIL_DUE))
                .map(row -> row.get(NOTIFICATION.USER_ID))
                .toList();
        mails.notificationsOf(toMail);
    }

    /** What was told of the event is mailed to nobody. */
    void keepQuiet(UUID eventId) {
        sql.update(NOTIFICATION)
                .set(NOTIFICATION.MAIL_DUE, false)
                .where(NOTIFICATION.EVENT_ID.eq(eventId))
                .execute();
    }

    private SelectConditionStep<? extends Record> rows(
            Event event, NotificationKind kind, Subject subject, Map<String, Object> words) {
        Condition wanted = kind.alwaysMailed()
                ? trueCondition()
                : condition(coalesce(NOTIFICATION_PREFERENCE.MAIL, inline(kind.mailed())));
        Condition mail = wanted.and(condition(mails.areSent()))
                .and(exists(selectOne().from(ADDRESS).where(ADDRESS.USER_ID.eq(ACTIVE_USER.USER_ID))));
        return select(
                        ACTIVE_USER.USER_ID,
                        EVENT.EVENT_ID,
                        EVENT.AT,
                        EVENT.ACTOR_ID,
                        EVENT.ACTOR_NAME,
                        EVENT.ACTOR_ORGANIZATION_ID,
                        EVENT.ACTOR_ORGANIZATION,
                        val(subject.workspaceId(), NOTIFICATION.WORKSPACE_ID),
                        val(subject.workspaceName(), NOTIFICATION.WORKSPACE_NAME),
                        val(kind.name()),
                        val(subject.organizationId(), NOTIFICATION.ORGANIZATION_ID),
                        val(subject.kind()),
                        val(subject.id(), NOTIFICATION.OBJECT_ID),
                        val(subject.name(), NOTIFICATION.OBJECT_NAME),
                        val(JSONB.jsonb(json.writeValueAsString(words))),
                        field(mail))
                .from(ACTIVE_USER)
                .join(EVENT)
                .on(EVENT.EVENT_ID.eq(event.id()))
                .leftJoin(NOTIFICATION_PREFERENCE)
                .on(NOTIFICATION_PREFERENCE.USER_ID.eq(ACTIVE_USER.USER_ID))
                .and(NOTIFICATION_PREFERENCE.KIND.eq(kind.name()))
                .where(noCondition());
    }

    private static Condition asked(NotificationKind kind, Subject subject) {
        var asked = NOTIFICATION.as("asked");
        return exists(selectOne()
                .from(asked)
                .where(asked.USER_ID.eq(ACTIVE_USER.USER_ID).and(asked.KIND.eq(kind.name())))
                .and(asked.OBJECT_ID.eq(subject.id()).and(asked.SETTLED_AT.isNull())));
    }

    Page<Told> list(Actor actor, Listing listing, boolean unread) {
        Condition after = listing.after(2)
                .<Condition>map(c -> row(NOTIFICATION.AT, NOTIFICATION.ID).lt(c.instant(0), c.id(1)))
                .orElse(noCondition());
        var rows = sql.select(Told.FIELDS)
                .select(People.seen(actor, NOTIFICATION.ACTOR_ORGANIZATION_ID).as(Told.SEEN))
                .from(NOTIFICATION)
                .where(of(actor))
                .and(unread ? NOTIFICATION.READ_AT.isNull() : noCondition())
                .and(after)
                .orderBy(NOTIFICATION.AT.desc(), NOTIFICATION.ID.desc())
                .limit(inline(listing.size() + 1))
                .fetch(row -> Told.of(row, actor, json));
        return Page.of(rows, listing.size(), told -> Cursor.of(told.at(), told.id()));
    }

    /** How many are unread, counted up to a thousand. */
    int unread(Actor actor) {
        return sql.fetchCount(select(NOTIFICATION.ID)
                .from(NOTIFICATION)
                .where(of(actor))
                .and(NOTIFICATION.READ_AT.isNull())
                .limit(inline(COUNTED)));
    }

    /** Whether there is such a one. */
    boolean read(Actor actor, UUID id) {
        return sql.update(NOTIFICATION)
                        .set(NOTIFICATION.READ_AT, coalesce(NOTIFICATION.READ_AT, val(clock.instant())))
                        .set(NOTIFICATION.MAIL_DUE, MAILED_THOUGH_READ)
                        .where(of(actor).and(NOTIFICATION.ID.eq(id)))
                        .execute()
                == 1;
    }

    void readAll(Actor actor) {
        sql.update(NOTIFICATION)
                .set(NOTIFICATION.READ_AT, clock.instant())
                .set(NOTIFICATION.MAIL_DUE, MAILED_THOUGH_READ)
                .where(of(actor).and(NOTIFICATION.READ_AT.isNull()))
                .execute();
    }

    /** One's own; of a key narrowed to workspaces, only what is about those (section 10). */
    private static Condition of(Actor actor) {
        Condition own = NOTIFICATION.USER_ID.eq(actor.userId());
        return actor.onlyWorkspaces()
                .map(only -> own.and(NOTIFICATION.WORKSPACE_ID.eq(any(only.toArray(UUID[]::new)))))
                .orElse(own);
    }

    Optional<String> addressOf(UUID userId) {
        return sql.select(ADDRESS.EMAIL)
                .from(ADDRESS)
                .where(ADDRESS.USER_ID.eq(userId))
                .fetchOptional(ADDRESS.EMAIL);
    }

    /** The address has been invited into the organization, or is in it. */
    void settleBringIn(Event event, String email, String outcome) {
        settle(
                NOTIFICATION
                        .KIND
                        .eq(inline(NotificationKind.BRING_IN.name()))
                        .and(NOTIFICATION.ORGANIZATION_ID.eq(event.organizationId()))
                        .and(lower(NOTIFICATION.OBJECT_NAME).eq(lower(val(email)))),
                outcome);
    }

    /** What these kinds asked for about the event's object was done, or is not to be done any more. */
    void settle(Event event, String outcome, NotificationKind... kinds) {
        settle(
                NOTIFICATION
                        .OBJECT_ID
                        .eq(event.objectId())
                        .and(NOTIFICATION.KIND.in(
                                Arrays.stream(kinds).map(Enum::name).toList())),
                outcome);
    }

    /** T-16: applications die with their dataset. */
    void settleApplications(Event event, String outcome) {
        settle(
                NOTIFICATION
                        .KIND
                        .in(inline("LEVEL_ASKED"), inline("JOINING_ASKED"), inline("CHOOSING_ASKED"))
                        .and(field("{0} ->> 'dataset'", String.class, NOTIFICATION.WORDS)
                                .eq(event.objectId())),
                outcome);
    }

    private void settle(Condition which, String outcome) {
        sql.update(NOTIFICATION)
                .set(NOTIFICATION.SETTLED_AT, clock.instant())
                .set(NOTIFICATION.OUTCOME, outcome)
                .set(NOTIFICATION.READ_AT, coalesce(NOTIFICATION.READ_AT, val(clock.instant())))
                .set(NOTIFICATION.MAIL_DUE, MAILED_THOUGH_READ)
                .where(NOTIFICATION.SETTLED_AT.isNull())
                .and(which)
                .execute();
    }
}
