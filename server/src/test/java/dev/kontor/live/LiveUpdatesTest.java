package dev.kontor.live;

import static kontor.tables.Tables.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.Kontor;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.EventStream;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/** Section 10: an open page hears what changes, on whichever node; and nothing once it may not. */
@Specification
class LiveUpdatesTest {
    @Autowired
    Stage stage;

    @Autowired
    DataSource dataSource;

    @LocalServerPort
    int port;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.cast();
    }

    private EventStream open(Client who) {
        return EventStream.open(port, who, Map.of());
    }

    @Test
    void aPageIsToldWhetherItMissedAnythingWhileItLoaded() {
        // what happened before may still be on its way
        stage.eventually(() -> {
            String loaded = cast.mo.get("me").ok().header("Kontor-Position");
            return beginning(cast.mo).contains(loaded) ? Optional.of(true) : Optional.empty();
        });
        String before = cast.mo.get("me").ok().header("Kontor-Position");
        cast.ada.post(cast.at("projects"), Map.of("name", "Missed")).ok();
        stage.eventually(() ->
                cast.mo.get("me").ok().header("Kontor-Position").equals(before) ? Optional.empty() : Optional.of(true));
    }

    private String beginning(Client who) {
        try (EventStream stream = open(who)) {
            return stream.ready();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "Ada {0}: {1} hears {2}")
    @CsvSource(delimiter = '|', textBlock = """
        creates a project      | Mo, member           | changed {"event":"changed","scope":"project"
        creates a project      | Lars, partner        | changed {"event":"changed","scope":"project"
        adds a member          | Ann, annot. manager  | changed {"event":"changed","scope":"member"
        adds a member          | Mo, member           | -
        adds a member          | Sam, from elsewhere  | -
        adds a member          | Rex, removed         | -
        adds a member          | Otto, of no workspace| -
        adds a collaborator    | Dev, developer       | changed {"event":"changed","scope":"collaborator"
        changes Mo's roles     | Mo, member           | all
        """)
    void whoMayHearsThatSomethingChanged(String what, String who, String event) throws Exception {
        try (EventStream stream = open(cast.who(who));
                EventStream adas = open(cast.ada)) {
            does(what);
            adas.await("changed");
            if (event.equals("-")) {
                stage.project(cast.pia, cast.workspace, "Later", "PUBLIC");
                cast.who(who).patch("me", Map.of("name", cast.who(who).name())).ok();
                assertThat(stream.await("all")).isNotNull();
            } else {
                assertThat(stream.await(event)).doesNotContain(cast.mo.id().toString());
            }
        }
    }

    private void does(String what) {
        switch (what) {
            case "creates a project" -> stage.project(cast.ada, cast.workspace, "New", "PRIVATE");
            case "adds a member" -> {
                Client newcomer = stage.person("New", cast.acme);
                cast.ada
                        .post(cast.at("members"), Map.of("emails", List.of(newcomer.email()), "roles", List.of()))
                        .ok();
            }
            case "adds a collaborator" ->
                cast.ada
                        .post(
                                cast.at("collaborators"),
                                Map.of(
                                        "types", List.of("DATA_PARTNER"),
                                        "email", stage.address("new"),
                                        "projectAccess", List.of()))
                        .ok();
            default ->
                cast.ada
                        .patch(cast.at("members/%s", cast.mo.id()), Map.of("roles", List.of("DEVELOPER")))
                        .ok();
        }
    }

    @Test
    void whoIsToldSomethingHearsOfIt() throws Exception {
        try (EventStream mos = open(cast.mo)) {
            stage.project(cast.pia, cast.workspace, "New", "SHARED", cast.mo);
            mos.await("notifications");
            assertThat(cast.mo.get("me/notifications").items("/kind")).contains("PROJECT_CHOSEN");
        }
    }

    @Test
    void membersWhoAreRemovedHearItAndNothingOfTheWorkspaceAfterwards() throws Exception {
        try (EventStream mos = open(cast.mo)) {
            cast.ada.delete(cast.at("members/%s", cast.mo.id())).ok();
            mos.awaitAll("all", "notifications");
            stage.project(cast.pia, cast.workspace, "Later", "PUBLIC");
            cast.mo.patch("me", Map.of("name", "Mo")).ok();
            List<String> heard = new ArrayList<>();
            for (String event = mos.next(5_000); event != null && !event.startsWith("all"); event = mos.next(5_000)) {
                heard.add(event);
            }
            assertThat(heard).noneMatch(event -> event.contains("project"));
        }
    }

    @ParameterizedTest(name = "cut when {0}")
    @CsvSource({"Mo signs out", "Mo ends that session elsewhere", "the session is gone", "Otto locks Mo"})
    void aStreamEndsWithItsSession(String how) throws Exception {
        long begun = System.nanoTime();
        try (EventStream mos = open(cast.mo)) {
            switch (how) {
                case "Mo signs out" -> cast.mo.delete("session").ok();
                case "Mo ends that session elsewhere" -> {
                    UUID session = stage.sql()
                            .select(SESSION.ID)
                            .from(SESSION)
                            .where(SESSION.USER_ID.eq(cast.mo.id()))
                            .fetchSingle(SESSION.ID);
                    cast.mo.delete("me/sessions/%s", session).ok();
                }
                case "Otto locks Mo" ->
                    cast.otto
                            .patch("organizations/" + cast.acme + "/users/" + cast.mo.id(), Map.of("locked", true))
                            .ok();
                default ->
                    stage.sql()
                            .deleteFrom(SESSION)
                            .where(SESSION.USER_ID.eq(cast.mo.id()))
                            .execute();
            }
            mos.await("ended");
            mos.await(EventStream.END);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
        assertThatThrownBy(() -> open(cast.mo)).hasMessageContaining("401");
    }

    @Test
    void aStreamEndsWithItsKeyAtOnce() throws Exception {
        var made = cast.mo.post("me/access-keys", Map.of("name", "Stream")).ok();
        Client key = stage.withKey(cast.mo, made.at("/secret"));
        try (EventStream keys = open(key);
                EventStream pages = open(cast.mo)) {
            cast.mo.delete("me/access-keys/%s", made.id()).ok();
            keys.await("ended");
            stage.project(cast.pia, cast.workspace, "Later", "PUBLIC");
            pages.await("changed");
        }
    }

    @Test
    void aNarrowedKeyHearsOfItsWorkspacesOnly() throws Exception {
        Client key = stage.withNewKey(cast.ada, List.of(cast.elsewhereWorkspace), List.of());
        try (EventStream keys = open(key);
                EventStream pages = open(cast.ada)) {
            stage.project(cast.pia, cast.workspace, "New", "PUBLIC");
            pages.await("changed");
            cast.ada.patch("me", Map.of("name", "Ada")).ok();
            List<String> heard = new ArrayList<>();
            for (String event = keys.next(5_000); event != null && !event.startsWith("all"); event = keys.next(5_000)) {
                heard.add(event);
            }
            assertThat(heard).noneMatch(event -> event.startsWith("changed"));
        }
    }

    @Test
    void whoComesBackAsksForEverythingAgain() throws Exception {
        try (EventStream again = EventStream.open(port, cast.mo, Map.of("Last-Event-ID", "1"))) {
            again.await("all");
        }
    }

    @Test
    void aUserHasSoManyStreamsAndHoldsNoConnection() throws Exception {
        List<EventStream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) streams.add(open(cast.mo));
            assertThatThrownBy(() -> open(cast.mo))
                    .hasMessageContaining("429")
                    .hasMessageContaining("too-many-streams");
            for (int i = 0; i < 5; i++) {
                Client other = stage.person("Other", cast.acme);
                streams.add(open(other));
            }
            stage.eventually(() -> active() == 0 ? Optional.of(true) : Optional.empty());
        } finally {
            for (EventStream stream : streams) stream.close();
        }
        // those that went away make room, once the server notices
        stage.project(cast.pia, cast.workspace, "New", "PUBLIC");
    }

    private int active() {
        return ((com.zaxxer.hikari.HikariDataSource) dataSource)
                .getHikariPoolMXBean()
                .getActiveConnections();
    }

    @Test
    void whatOneNodeCommitsIsHeardOnAnother() throws Exception {
        try (ConfigurableApplicationContext node = anotherNode()) {
            int other = node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            try (EventStream there = EventStream.open(other, cast.mo, Map.of());
                    EventStream lenas = EventStream.open(other, cast.lena, Map.of())) {
                stage.project(cast.pia, cast.workspace, "New", "SHARED", cast.mo);
                there.awaitAll("changed {\"event\":\"changed\",\"scope\":\"project\"", "notifications");
                lenas.await("changed");
                cast.mo.delete("session").ok();
                there.await("ended");
                // the other node stops: whoever listens is let go before it waits for open answers
                long begun = System.nanoTime();
                node.close();
                lenas.await("ended");
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(9));
            }
        }
    }

    @Test
    void aBrokenConnectionIsMadeAgainAndWhoeverListensAsksAgain() throws Exception {
        try (EventStream mos = open(cast.mo)) {
            stage.sql()
                    .execute("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where application_name = 'kontor listening' and datname = current_database()");
            mos.await("all");
            stage.project(cast.pia, cast.workspace, "New", "PUBLIC");
            mos.await("changed");
        }
    }

    private static ConfigurableApplicationContext anotherNode() throws IOException {
        var postgres = TestDatabase.postgres();
        return new SpringApplicationBuilder(Kontor.class)
                .properties(
                        "server.port=0",
                        "kontor.database.url=" + postgres.url(),
                        "kontor.database.user=" + postgres.user(),
                        "kontor.database.password=" + postgres.password(),
                        "kontor.storage.folder=" + Files.createTempDirectory("kontor-other-node"))
                .run();
    }
}
