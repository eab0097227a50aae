package dev.kontor.testing;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import dev.kontor.identity.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/**
 * Makes people for tests. They are put into the database with a session each, because a password costs a tenth of a
 * second to hash; how people come in by REST has tests of its own (identity, organization).
 */
public final class Stage {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicLong NUMBER = new AtomicLong();
    private static final Instant LONG_AGO = Instant.parse("2026-01-02T03:04:05Z");

    /** Everybody's. */
    public static final String PASSWORD = "correct horse battery";

    private final Door door;
    private final DSLContext sql;
    private final String passwordHash;

    /** @param passwordHash of {@link #PASSWORD}, which is hashed once for all */
    Stage(Door door, DSLContext sql, String passwordHash) {
        this.door = door;
        this.sql = sql;
        this.passwordHash = passwordHash;
    }

    /** For what no REST route offers yet, and for looking at what a request left. */
    public DSLContext sql() {
        return sql;
    }

    /** Most of them come in by rows: that costs a tenth of what requests cost. */
    public Cast cast() {
        return new Cast(this, false);
    }

    /** Who came in by requests: for tests of what those leave behind. */
    public Cast castByRest() {
        return new Cast(this, true);
    }

    /** Somebody who is not signed in. */
    public Client nobody() {
        return new Client(door, Map.of(), null);
    }

    public String address(String name) {
        return "%s.%d@example.org"
                .formatted(name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.'), NUMBER.incrementAndGet());
    }

    public UUID organization(String name) {
        return sql.insertInto(ORGANIZATION)
                .set(ORGANIZATION.NAME, name)
                .set(ORGANIZATION.CREATED_AT, LONG_AGO)
                .returning(ORGANIZATION.ID)
                .fetchSingle(ORGANIZATION.ID);
    }

    /** A user with a session of their own. */
    public Client person(String name, UUID organizationId, boolean administrator) {
        String email = address(name);
        UUID id = sql.insertInto(APP_USER)
                .set(APP_USER.ORGANIZATION_ID, organizationId)
                .set(APP_USER.NAME, name)
                .set(APP_USER.EMAIL, email)
                .set(APP_USER.PASSWORD_HASH, passwordHash)
                .set(APP_USER.ADMINISTRATOR, administrator)
                .set(APP_USER.PROVEN, true)
                .set(APP_USER.CREATED_AT, LONG_AGO)
                .returning(APP_USER.ID)
                .fetchSingle(APP_USER.ID);
        return signedIn(new Client.Identity(id, name, email, organizationId));
    }

    /** Somebody who came in by themself: registered an organization, and confirmed their address by mail. */
    public Client registered(String organization, String name, String email, String password) {
        nobody().post(
                        "organizations",
                        Map.of("organization", organization, "name", name, "email", email, "password", password))
                .says("202");
        String token =
                Cast.token(Letters.about(email, organization + " is registered").link("/confirm/"));
        Answer confirmed = nobody().send("POST", "registrations/" + token + "/confirmation", null, Map.of());
        var identity = new Client.Identity(
                UUID.fromString(confirmed.says("201").at("/userId")),
                name,
                email,
                UUID.fromString(confirmed.at("/organizationId")));
        return withSession(identity, confirmed.cookie("KONTOR_SESSION"));
    }

    public Client person(String name, UUID organizationId) {
        return person(name, organizationId, false);
    }

    /** The administrator of an organization of their own, who is nowhere a member. */
    public Client stranger(String name) {
        return person(name, organization(name + "'s organization"), true);
    }

    private Client signedIn(Client.Identity identity) {
        Secret secret = Secret.random();
        Instant now = Instant.now();
        sql.insertInto(SESSION)
                .set(SESSION.DIGEST, secret.digest())
                .set(SESSION.USER_ID, identity.id())
                .set(SESSION.CREATED_AT, now)
                .set(SESSION.LAST_USED_AT, now)
                .set(SESSION.EXPIRES_AT, now.plusSeconds(3600))
                .set(SESSION.ADDRESS, "127.0.0.1")
                .set(SESSION.AGENT, "test")
                .execute();
        return new Client(door, session(secret.text()), identity);
    }

    /** The link of an invitation as its mail says it, by the one that can be copied: registering takes the mailed one. */
    public String mailed(String token) {
        Secret secret = Secret.random();
        var invitation = select(USER_INVITATION.ID)
                .from(USER_INVITATION)
                .where(USER_INVITATION.TOKEN.eq(token))
                .unionAll(select(WORKSPACE_INVITATION.ID)
                        .from(WORKSPACE_INVITATION)
                        .where(WORKSPACE_INVITATION.TOKEN.eq(token)))
                .unionAll(select(DATASET_LINK.ID).from(DATASET_LINK).where(DATASET_LINK.SECRET.eq(token)));
        sql.insertInto(MAILED_LINK)
                .set(MAILED_LINK.DIGEST, secret.digest())
                .set(MAILED_LINK.INVITATION_ID, sql.fetchSingle(invitation).value1())
                .set(MAILED_LINK.MADE_AT, Instant.now())
                .execute();
        return secret.text();
    }

    /** Somebody with the session that a cookie names, and what guards it against forged requests. */
    public Client withSession(Client.Identity identity, String cookie) {
        return new Client(door, session(cookie), identity);
    }

    private static Map<String, String> session(String cookie) {
        String token = UUID.randomUUID().toString();
        return Map.of("Cookie", "KONTOR_SESSION=" + cookie + "; XSRF-TOKEN=" + token, "X-XSRF-TOKEN", token);
    }

    /** The same person acting through that access key. */
    public Client withKey(Client person, String secret) {
        return new Client(door, Map.of("Authorization", "Bearer " + secret), person.identity());
    }

    /** The same person acting through a new access key, narrowed to workspaces and permissions where they are named. */
    public Client withNewKey(Client person, List<UUID> workspaces, List<String> permissions) {
        Map<String, Object> wanted = new HashMap<>(Map.of("name", "A key"));
        if (!workspaces.isEmpty()) wanted.put("workspaces", workspaces);
        if (!permissions.isEmpty()) wanted.put("permissions", permissions);
        return withKey(person, person.post("me/access-keys", wanted).ok().at("/secret"));
    }

    /** What comes about after a request was answered: asked for again until it is there. */
    public <T> T eventually(Supplier<Optional<T>> look) {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("It did not come about");
    }

    /** Somebody waits for what that transaction holds; others see what it did when it ends. */
    public void awaitWaiting(DSLContext holder) {
        int pid = holder.fetchSingle("select pg_backend_pid()").into(Integer.class);
        eventually(() -> sql.fetchExists(select(inline(1))
                        .from("pg_locks")
                        .where("not granted and {0} = any (pg_blocking_pids(pid))", inline(pid)))
                ? Optional.of(true)
                : Optional.empty());
    }

    /** C-06; no REST route locks yet. */
    public void lock(Client person) {
        sql.update(APP_USER)
                .set(APP_USER.LOCKED_AT, LONG_AGO)
                .where(APP_USER.ID.eq(person.id()))
                .execute();
    }

    /** A member as adding or accepting leaves one, without the log. */
    public void member(UUID workspaceId, Client person, String type, String... roles) {
        sql.insertInto(MEMBER)
                .set(MEMBER.WORKSPACE_ID, workspaceId)
                .set(MEMBER.USER_ID, person.id())
                .set(MEMBER.ORGANIZATION_ID, person.identity().organizationId())
                .set(MEMBER.TYPES, new String[] {type})
                .set(MEMBER.ROLES, roles)
                .set(MEMBER.JOINED_AT, Instant.now())
                .execute();
    }

    /** An organization's place in a workspace, with full access where no project is named. */
    public void collaborator(UUID workspaceId, UUID organizationId, String type, List<UUID> projects) {
        sql.insertInto(COLLABORATOR)
                .set(COLLABORATOR.WORKSPACE_ID, workspaceId)
                .set(COLLABORATOR.ORGANIZATION_ID, organizationId)
                .set(COLLABORATOR.TYPES, new String[] {type})
                .set(COLLABORATOR.FULL_ACCESS, projects.isEmpty())
                .set(COLLABORATOR.CREATED_AT, Instant.now())
                .execute();
        for (UUID project : projects) {
            sql.insertInto(COLLABORATOR_PROJECT)
                    .set(COLLABORATOR_PROJECT.WORKSPACE_ID, workspaceId)
                    .set(COLLABORATOR_PROJECT.ORGANIZATION_ID, organizationId)
                    .set(COLLABORATOR_PROJECT.PROJECT_ID, project)
                    .execute();
        }
    }

    /** O-04: from now on people of the second may see those of the first. */
    public void seen(UUID organizationId, UUID byId, Client administrator) {
        sql.insertInto(WORKFORCE_ACCESS)
                .set(WORKFORCE_ACCESS.ORGANIZATION_ID, byId)
                .set(WORKFORCE_ACCESS.SEEN_ID, organizationId)
                .set(WORKFORCE_ACCESS.GRANTED_BY, administrator.id())
                .set(WORKFORCE_ACCESS.GRANTED_AT, Instant.now())
                .execute();
    }

    public UUID project(Client creator, UUID workspaceId, String name, String visibility, Client... chosen) {
        var members = Arrays.stream(chosen).map(Client::id).toList();
        return creator.post(
                        "workspaces/" + workspaceId + "/projects",
                        Map.of("name", name, "visibility", visibility, "members", members))
                .ok()
                .id();
    }
}
