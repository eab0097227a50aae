package dev.kontor.acceptance;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.*;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Many people change members, roles, types and invitations of one workspace at random and at once. Whatever the
 * schedule: no member holds a role that the types forbid (M-05), an admin remains (M-11), and the owner is one of the
 * members; nobody who was answered 2xx finds it half done, and nothing is answered 500.
 */
@Specification
class RandomSchedulesTest {
    private static final List<String> ROLES = List.of("ADMIN", "DEVELOPER", "PROJECT_MANAGER", "ANNOTATION_MANAGER");
    private static final List<String> TYPES = List.of("DATA_PARTNER", "PRODUCER_PARTNER", "ANNOTATION_PARTNER");
    private static final int AT_ONCE = 6;
    private static final int EACH = 30;

    @Autowired
    Stage stage;

    /** An invitation's link, and whose it is. */
    private record Link(Client owner, String token) {}

    private final Queue<Link> links = new ConcurrentLinkedQueue<>();
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private Cast cast;
    private List<Client> actors;
    private List<Client> people;

    @ParameterizedTest(name = "schedule {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverTheSchedule(long seed) throws Exception {
        cast = stage.cast();
        actors = List.of(cast.olga, cast.ada, cast.dev, cast.pia, cast.lena, cast.petra);
        people = new ArrayList<>(
                List.of(cast.ada, cast.dev, cast.pia, cast.ann, cast.mo, cast.lena, cast.lars, cast.petra, cast.dora));
        for (UUID organization : List.of(cast.acme, cast.labelPartners, cast.deliveryPartners, cast.fleetData)) {
            people.add(stage.person("Nina", organization));
        }
        links.clear();
        answers.clear();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                RandomGenerator random =
                        RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000 + i);
                running.add(threads.submit(() -> {
                    for (int n = 0; n < EACH; n++) {
                        Answer answer = something(random);
                        answers.add(answer.said());
                        theRulesHold();
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        theRulesHold();
        // the schedule did meet what it is about
        assertThat(answers).contains("200", "204").doesNotContain("500 internal");
    }

    private Answer something(RandomGenerator random) {
        Client who = any(random, actors);
        Client whom = any(random, people);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> add(random, who, whom);
            case 3, 4, 5 -> who.patch(cast.at("members/%s", whom.id()), Map.of("roles", some(random, ROLES)));
            case 6, 7 -> types(random, any(random, List.of(cast.olga, cast.ada, cast.dev)));
            case 8 -> who.delete(cast.at("members/%s", whom.id()));
            case 9 -> partner(random, any(random, List.of(cast.olga, cast.ada)), whom);
            case 10 -> accept();
            default ->
                random.nextInt(6) == 0
                        ? cast.olga.delete(cast.at("collaborators/%s", whom.organizationId()))
                        : accept();
        };
    }

    private Answer add(RandomGenerator random, Client who, Client whom) {
        Answer answer = who.post(
                cast.at("members"),
                Map.of(
                        "emails", List.of(whom.email()),
                        "roles", some(random, ROLES),
                        "organizationId", whom.organizationId()));
        remember(whom, answer, "/outcomes/0/link");
        return answer;
    }

    private Answer partner(RandomGenerator random, Client who, Client whom) {
        Answer answer = who.post(
                cast.at("collaborators"),
                Map.of(
                        "email", whom.email(),
                        "types", List.of(any(random, TYPES)),
                        "roles", List.of(),
                        "projectAccess", "FULL"));
        remember(whom, answer, "/invitation/link");
        return answer;
    }

    private void remember(Client whom, Answer answer, String pointer) {
        if (answer.status() < 300
                && !answer.json().at(pointer).isMissingNode()
                && !answer.json().at(pointer).isNull()) {
            links.add(new Link(whom, Cast.token(answer.at(pointer))));
        }
    }

    private Answer accept() {
        Link link = links.poll();
        return link == null
                ? cast.olga.get("me")
                : link.owner().post("invitations/" + link.token() + "/acceptance", Map.of());
    }

    private Answer types(RandomGenerator random, Client who) {
        List<String> types = some(random, TYPES);
        return who.patch(
                cast.at(
                        "collaborators/%s",
                        any(random, List.of(cast.labelPartners, cast.deliveryPartners, cast.fleetData))),
                Map.of("types", types.isEmpty() ? List.of("DATA_PARTNER") : types));
    }

    /** Asked of what is committed, again and again while others write. */
    private void theRulesHold() {
        var forbidden = stage.sql()
                .select(MEMBER.USER_ID, MEMBER.ROLES, COLLABORATOR.TYPES)
                .from(MEMBER)
                .join(COLLABORATOR)
                .on(COLLABORATOR.WORKSPACE_ID.eq(MEMBER.WORKSPACE_ID))
                .and(COLLABORATOR.ORGANIZATION_ID.eq(MEMBER.ORGANIZATION_ID))
                .where(MEMBER.WORKSPACE_ID.eq(cast.workspace))
                .and(not(condition("{0} <@ roles_allowed({1})", MEMBER.ROLES, COLLABORATOR.TYPES)))
                .fetch();
        assertThat(forbidden).isEmpty();
        var owner = stage.sql()
                .select(MEMBER.ROLES)
                .from(WORKSPACE)
                .join(MEMBER)
                .on(MEMBER.WORKSPACE_ID.eq(WORKSPACE.ID).and(MEMBER.USER_ID.eq(WORKSPACE.OWNER_ID)))
                .where(WORKSPACE.ID.eq(cast.workspace))
                .fetchOne();
        assertThat(owner).isNotNull();
        assertThat(owner.value1()).contains("ADMIN");
        var homeless = stage.sql()
                .fetchCount(
                        WORKSPACE_INVITATION,
                        WORKSPACE_INVITATION
                                .WORKSPACE_ID
                                .eq(cast.workspace)
                                .and(WORKSPACE_INVITATION.ACCEPTED_AT.isNotNull())
                                .and(WORKSPACE_INVITATION.REVOKED_AT.isNotNull()));
        assertThat(homeless).as("invitations both accepted and revoked").isZero();
    }

    private static <T> T any(RandomGenerator random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static List<String> some(RandomGenerator random, List<String> all) {
        return all.stream().filter(one -> random.nextInt(3) == 0).toList();
    }
}
