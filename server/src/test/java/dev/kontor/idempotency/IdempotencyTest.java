package dev.kontor.idempotency;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.access.Actor;
import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Routes;
import dev.kontor.testing.Routes.Route;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Things;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What is sent twice with one Idempotency-Key is done once, and answered twice. */
@Specification
class IdempotencyTest {
    @Autowired
    Stage stage;

    @Autowired
    KeptAnswers answers;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    Cast cast;
    Things things;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        things = new Things(cast);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Answer create(Client who, String name, String key) {
        return who.send("POST", cast.at("projects"), Map.of("name", name), Map.of("Idempotency-Key", key));
    }

    private int projects(String name) {
        return stage.sql()
                .fetchCount(PROJECT, PROJECT.WORKSPACE_ID.eq(cast.workspace).and(PROJECT.NAME.eq(name)));
    }

    @ParameterizedTest(name = "{0} again with {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Pia  | the same key and body            | the same answer
        Pia  | the same key and another body    | 422 idempotency-key-used
        Pia  | another key and the same body    | another project
        Ada  | the same key and body            | another project
        Pia's key  | the same key and body      | another project
        """)
    void again(String who, String what, String outcome) {
        String name = "Twice " + UUID.randomUUID();
        String key = key();
        Answer first = create(cast.pia, name, key).says("201");
        Client sender = who.equals("Pia's key") ? stage.withNewKey(cast.pia, List.of(), List.of()) : cast.who(who);
        Answer second = create(
                sender, what.contains("another body") ? name + "!" : name, what.contains("another key") ? key() : key);
        switch (outcome) {
            case "the same answer" -> {
                assertThat(second.status()).isEqualTo(201);
                assertThat(second.text()).isEqualTo(first.text());
                assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
                assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
                assertThat(second.header("Cache-Control")).contains("no-store");
                assertThat(projects(name)).isEqualTo(1);
            }
            case "another project" -> {
                assertThat(second.ok().id()).isNotEqualTo(first.id());
                assertThat(projects(name)).isEqualTo(2);
            }
            default -> {
                second.says(outcome);
                assertThat(projects(name)).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"short", "only-15-letters", "with a space in between", ""})
    void aBadKeyIsRefused(String key) {
        assertThat(create(cast.pia, "Bad key", key).saidAbout()).isEqualTo("422 unacceptable Idempotency-Key");
        assertThat(projects("Bad key")).isZero();
    }

    @Test
    void whoeverAsksWhileItRunsForLongIsToldToComeAgain() {
        String key = key();
        Actor pia = new Actor(cast.pia.id(), "Pia", cast.acme, false, Optional.empty());
        long lock = ByteBuffer.wrap(new Sender(pia, key).digest()).getLong();
        stage.sql().transaction(running -> {
            running.dsl().execute("select pg_advisory_xact_lock({0})", org.jooq.impl.DSL.val(lock));
            Answer answer = create(cast.pia, "Slow", key).says("409 request-running");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        });
        create(cast.pia, "Slow", key).says("201");
        assertThat(projects("Slow")).isEqualTo(1);
    }

    @Test
    void anotherRouteIsAnotherRequest() {
        String key = key();
        UUID id = create(cast.pia, "Route", key).ok().id();
        cast.pia
                .send("POST", "projects/" + id + "/datasets", Map.of("name", "Route"), Map.of("Idempotency-Key", key))
                .says("422 idempotency-key-used");
    }

    @Test
    void whatWasRefusedIsAskedAgain() {
        String key = key();
        create(cast.dev, "Refused", key).says("403 forbidden");
        String taken = "projects/" + cast.streets + "/datasets";
        cast.pia.post(taken, Map.of("name", "Taken")).ok();
        cast.pia
                .send("POST", taken, Map.of("name", "Taken"), Map.of("Idempotency-Key", key))
                .says("409 name-taken");
        UUID id = UUID.fromString(cast.pia.get(taken + "?q=Taken").items("/id").getFirst());
        cast.pia.delete("datasets/" + id + "?name=Taken").says("204");
        cast.pia
                .send("POST", taken, Map.of("name", "Taken"), Map.of("Idempotency-Key", key))
                .says("201");
    }

    @Test
    void ofManyAtOnceOneIsDoneAndAllAreAnsweredAlike() throws Exception {
        String name = "At once " + UUID.randomUUID();
        String key = key();
        Callable<Answer> call = () -> create(cast.pia, name, key);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> calls = threads.invokeAll(java.util.Collections.nCopies(8, call));
            Set<String> said = new java.util.HashSet<>();
            for (Future<Answer> one : calls) {
                said.add(one.get().says("201").text());
            }
            assertThat(said).hasSize(1);
        }
        assertThat(projects(name)).isEqualTo(1);
    }

    @Test
    void whoeverSeesItNoMoreIsNotAnswered() {
        Client newcomer = stage.person("Newcomer", cast.acme);
        cast.olga
                .post(
                        cast.at("members"),
                        Map.of("emails", List.of(newcomer.email()), "roles", List.of("PROJECT_MANAGER")))
                .ok();
        String key = key();
        create(newcomer, "Seen", key).says("201");
        create(newcomer, "Seen", key).says("201");
        cast.olga.delete(cast.at("members/%s", newcomer.id())).ok();
        create(newcomer, "Seen", key).says("404 not-found");
    }

    @Test
    void theAnswerIsReadableOnlyWithTheKey() {
        String key = key();
        Map<String, Object> wanted = Map.of("name", "Secret");
        String secret = cast.pia
                .send("POST", "me/access-keys", wanted, Map.of("Idempotency-Key", key))
                .ok()
                .at("/secret");
        assertThat(cast.pia
                        .send("POST", "me/access-keys", wanted, Map.of("Idempotency-Key", key))
                        .ok()
                        .at("/secret"))
                .isEqualTo(secret);
        assertThat(stage.sql().selectFrom(KEPT_ANSWER).fetch(KEPT_ANSWER.SEALED))
                .isNotEmpty()
                .allSatisfy(kept -> assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                        .doesNotContain(secret)
                        .doesNotContain("secret"));
    }

    @Test
    void afterADayItIsANewRequest() {
        String name = "Old " + UUID.randomUUID();
        String key = key();
        UUID first = create(cast.pia, name, key).ok().id();
        stage.sql()
                .update(KEPT_ANSWER)
                .set(KEPT_ANSWER.KEPT_UNTIL, Instant.now())
                .execute();
        assertThat(create(cast.pia, name, key).ok().id()).isNotEqualTo(first);
        stage.sql()
                .update(KEPT_ANSWER)
                .set(KEPT_ANSWER.KEPT_UNTIL, Instant.now())
                .execute();
        answers.sweep();
        assertThat(stage.sql().fetchCount(KEPT_ANSWER)).isZero();
    }

    Stream<Route> creating() {
        return Routes.of(mapping).stream().filter(route -> route.method().equals("POST") && things.knows(route));
    }

    /** Whatever the route, whoever may do it: the answer is the same and nothing is done again. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("creating")
    void onEveryRoute(Route route) {
        String key = key();
        for (Client who : List.of(cast.olga, cast.otto, cast.pia)) {
            Answer first = things.send(who.with("Idempotency-Key", key), route);
            if (first.status() < 400) {
                Answer second = things.send(who.with("Idempotency-Key", key), route);
                assertThat(second.said()).isEqualTo(first.said());
                assertThat(second.text()).isEqualTo(first.text());
                assertThat(second.observed().logged()).isZero();
                return;
            }
        }
    }
}
