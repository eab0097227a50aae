package dev.kontor.document;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Names;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.storage.Content;
import dev.kontor.storage.Contents;
import dev.kontor.storage.Received;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import dev.kontor.web.Sorted;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Component;

/** The SQL of documents, always within one project. */
@Component
class Documents {
    private static final Field<Boolean> SEEN = field(name("author_seen"), Boolean.class);

    private final DSLContext sql;
    private final Clock clock;

    Documents(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Page<Document> list(Grant<InProject> grant, Listing listing) {
        DocumentOrder order = listing.order(DocumentOrder.class);
        Condition found = listing.search()
                .<Condition>map(q -> lower(DOCUMENT.NAME).contains(q))
                .orElse(noCondition());
        var rows = rows(grant)
                .where(DOCUMENT.PROJECT_ID.eq(grant.id()))
                .and(found)
                .and(listing.after(2).map(order::after).orElse(noCondition()))
                .orderBy(order.fields())
                .limit(inline(listing.size() + 1))
                .fetch(r -> new Sorted<>(document(r, grant), r.get("sort_key", String.class)));
        return Page.of(
                        rows,
                        listing.size(),
                        row -> Cursor.of(row.key(), row.item().id()))
                .map(Sorted::item);
    }

    Document get(Grant<InProject> grant, UUID id) {
        return rows(grant)
                .where(in(grant, id))
                .fetchOptional(r -> document(r, grant))
                .orElseThrow(Refusal.NOT_FOUND::refused);
    }

    /** A document of that name, whatever its letters' case. */
    Optional<Document> named(Grant<InProject> grant, DocumentName name) {
        return rows(grant)
                .where(DOCUMENT.PROJECT_ID
                        .eq(grant.id())
                        .and(lower(DOCUMENT.NAME).eq(lower(val(name.text())))))
                .fetchOptional(r -> document(r, grant));
    }

    /** The bytes of a file, and what it is. */
    record File(String name, String mediaType, Content content) {}

    File file(Grant<InProject> grant, UUID id) {
        return sql.select(DOCUMENT.NAME, DOCUMENT.MEDIA_TYPE)
                .select(Contents.FIELDS)
                .from(DOCUMENT)
                .join(CONTENT)
                .on(CONTENT.DIGEST.eq(DOCUMENT.DIGEST))
                .where(in(grant, id))
                .fetchOptional(r -> new File(r.get(DOCUMENT.NAME), r.get(DOCUMENT.MEDIA_TYPE), Contents.content(r)))
                .orElseThrow(Refusal.NOT_FOUND::refused);
    }

    boolean holds(Grant<InProject> grant, UUID id, Received received) {
        return sql.fetchExists(
                DOCUMENT, in(grant, id).and(DOCUMENT.DIGEST.eq(received.digest().bytes())));
    }

    /** Nothing where the project has one of this name. */
    Optional<UUID> insert(Grant<InProject> grant, DocumentName name, Link url) {
        return sql.insertInto(DOCUMENT)
                .set(common(grant, name, Document.Kind.LINK))
                .set(DOCUMENT.URL, url.text())
                .onConflictDoNothing()
                .returning(DOCUMENT.ID)
                .fetchOptional(DOCUMENT.ID);
    }

    Optional<UUID> insert(Grant<InProject> grant, DocumentName name, Received received, String mediaType) {
        return sql.insertInto(DOCUMENT)
                .set(common(grant, name, Document.Kind.FILE))
                .set(DOCUMENT.DIGEST, received.digest().bytes())
                .set(DOCUMENT.SIZE, received.size())
                .set(DOCUMENT.MEDIA_TYPE, mediaType)
                .onConflictDoNothing()
                .returning(DOCUMENT.ID)
                .fetchOptional(DOCUMENT.ID);
    }

    private Map<Field<?>, Object> common(Grant<InProject> grant, DocumentName name, Document.Kind kind) {
        Instant now = clock.instant();
        return Map.of(
                DOCUMENT.WORKSPACE_ID, grant.scope().standing().workspaceId(),
                DOCUMENT.PROJECT_ID, grant.id(),
                DOCUMENT.KIND, kind.name(),
                DOCUMENT.NAME, name.text(),
                DOCUMENT.AUTHOR_ID, grant.actor().userId(),
                DOCUMENT.CREATED_AT, now,
                DOCUMENT.CHANGED_AT, now);
    }

    void replace(Grant<InProject> grant, UUID id, Received received, String mediaType) {
        sql.update(DOCUMENT)
                .set(DOCUMENT.DIGEST, received.digest().bytes())
                .set(DOCUMENT.SIZE, received.size())
                .set(DOCUMENT.MEDIA_TYPE, mediaType)
                .set(DOCUMENT.AUTHOR_ID, grant.actor().userId())
                .set(DOCUMENT.CHANGED_AT, clock.instant())
                .set(DOCUMENT.REVISION, DOCUMENT.REVISION.plus(1))
                .where(in(grant, id))
                .execute();
    }

    /** Says whether the revision still was the expected one, where one was expected. */
    boolean edit(Grant<InProject> grant, UUID id, DocumentChange change, Optional<Long> revision) {
        var name = change.name() == null ? DOCUMENT.NAME : val(change.name().text());
        var url = change.url() == null ? DOCUMENT.URL : val(change.url().text());
        return sql.update(DOCUMENT)
                        .set(DOCUMENT.NAME, name)
                        .set(DOCUMENT.URL, url)
                        .set(DOCUMENT.CHANGED_AT, clock.instant())
                        .set(DOCUMENT.REVISION, DOCUMENT.REVISION.plus(1))
                        .where(in(grant, id))
                        .and(revision.<Condition>map(DOCUMENT.REVISION::eq).orElse(noCondition()))
                        .execute()
                == 1;
    }

    void delete(Grant<InProject> grant, UUID id) {
        sql.deleteFrom(DOCUMENT).where(in(grant, id)).execute();
    }

    /** O-13: all that a project holds, when it is purged. */
    void deleteAll(UUID projectId) {
        sql.deleteFrom(DOCUMENT).where(DOCUMENT.PROJECT_ID.eq(projectId)).execute();
    }

    private static Condition in(Grant<InProject> grant, UUID id) {
        return DOCUMENT.PROJECT_ID.eq(grant.id()).and(DOCUMENT.ID.eq(id));
    }

    private SelectOnConditionStep<? extends Record> rows(Grant<InProject> grant) {
        return sql.select(
                        DOCUMENT.ID,
                        DOCUMENT.PROJECT_ID,
                        DOCUMENT.KIND,
                        DOCUMENT.NAME,
                        DOCUMENT.URL,
                        DOCUMENT.SIZE,
                        DOCUMENT.MEDIA_TYPE,
                        DOCUMENT.AUTHOR_ID,
                        DOCUMENT.CREATED_AT,
                        DOCUMENT.CHANGED_AT,
                        DOCUMENT.REVISION,
                        DocumentOrder.KEY.as("sort_key"))
                .select(APP_USER.ID, APP_USER.NAME, ORGANIZATION.ID, ORGANIZATION.NAME, MEMBER.ROLES)
                .select(People.seen(grant.actor(), APP_USER.ORGANIZATION_ID).as(SEEN))
                .from(DOCUMENT)
                .join(APP_USER)
                .on(APP_USER.ID.eq(DOCUMENT.AUTHOR_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .leftJoin(MEMBER)
                .on(MEMBER.WORKSPACE_ID.eq(DOCUMENT.WORKSPACE_ID).and(MEMBER.USER_ID.eq(APP_USER.ID)));
    }

    private static Document document(Record r, Grant<InProject> grant) {
        return new Document(
                r.get(DOCUMENT.ID),
                r.get(DOCUMENT.PROJECT_ID),
                Document.Kind.valueOf(r.get(DOCUMENT.KIND)),
                r.get(DOCUMENT.NAME),
                r.get(DOCUMENT.URL),
                r.get(DOCUMENT.SIZE),
                r.get(DOCUMENT.MEDIA_TYPE),
                author(r, grant),
                r.get(DOCUMENT.CREATED_AT),
                r.get(DOCUMENT.CHANGED_AT),
                r.get(DOCUMENT.REVISION),
                Document.can(grant, r.get(DOCUMENT.AUTHOR_ID)));
    }

    /** O-05; who is no member any more holds no role. */
    private static Person author(Record r, Grant<InProject> grant) {
        String[] roles = r.get(MEMBER.ROLES);
        var known = new Person.Known(
                r.get(APP_USER.ID),
                r.get(APP_USER.NAME),
                new Person.Organization(r.get(ORGANIZATION.ID), r.get(ORGANIZATION.NAME)),
                roles == null ? Set.of() : Names.read(WorkspaceRole.class, roles));
        return Person.seenBy(grant.actor(), grant.scope().standing().admin(), r.get(SEEN), known);
    }
}
