package dev.kontor.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Section 10: what an access key shows in lists, lets through by id and says that one can do is what its user may, within
 * its workspaces and permissions; for people, places and keys at random, reckoned beside it in plain Java.
 */
@Specification
class NarrowedKeyTest {
    private static final long SEED = Long.getLong("kontor.seed", new Random().nextInt(1_000_000));
    private static final List<String> PERMISSIONS =
            List.of("WORKSPACE_VIEW", "PROJECT_VIEW", "DATASET_PREVIEW", "DATASET_READ", "DATASET_CHANGE");

    @Autowired
    Stage stage;

    private final Random random = new Random(SEED);
    private Graph graph;
    private Oracle oracle;

    /** Somebody with a key; no permissions mean all. */
    private record Holder(Client client, boolean inside, Set<String> permissions) {
        boolean carries(String permission) {
            return permissions.isEmpty() || permissions.contains(permission);
        }
    }

    @Test
    void listsChecksAndAbilitiesAreNarrowedTogether() {
        graph = new Graph(stage, SEED, 12);
        oracle = new Oracle(stage.sql(), graph.workspace);
        for (Client person : graph.people) {
            keys(person).forEach(holder -> {
                projects(holder);
                datasets(holder);
                graph.projects.forEach(project -> project(holder, project));
                graph.datasets.forEach(dataset -> dataset(holder, dataset));
            });
        }
    }

    private Stream<Holder> keys(Client person) {
        Set<String> some = new HashSet<>(
                PERMISSIONS.stream().filter(p -> random.nextInt(3) > 0).toList());
        return Stream.of(
                key(person, List.of(graph.workspace), Set.of()),
                key(person, List.of(UUID.randomUUID()), Set.of()),
                key(person, List.of(), some),
                key(person, List.of(graph.workspace), Set.copyOf(PERMISSIONS)));
    }

    private Holder key(Client person, List<UUID> workspaces, Set<String> permissions) {
        boolean inside = workspaces.isEmpty() || workspaces.contains(graph.workspace);
        return new Holder(stage.withNewKey(person, workspaces, List.copyOf(permissions)), inside, permissions);
    }

    private void projects(Holder holder) {
        String list = "workspaces/" + graph.workspace + "/projects";
        String expected = said(isMember(holder), holder.carries("WORKSPACE_VIEW") && holder.carries("PROJECT_VIEW"));
        assertSaid(holder, list, expected);
        if (expected.equals("200")) {
            assertThat(Pages.of(holder.client(), list, "-name", 5))
                    .as(about(holder, list))
                    .isEqualTo(oracle.projects(holder.client().id(), "-name"));
        }
    }

    private void datasets(Holder holder) {
        String list = "workspaces/" + graph.workspace + "/datasets";
        String expected = said(isMember(holder), holder.carries("WORKSPACE_VIEW") && holder.carries("DATASET_PREVIEW"));
        Answer answer = assertSaid(holder, list, expected);
        if (!expected.equals("200")) {
            return;
        }
        assertThat(Pages.of(holder.client(), list, "name", 4))
                .as(about(holder, list))
                .isEqualTo(oracle.datasets(holder.client().id(), "name"));
        for (var item : answer.items()) {
            UUID id = UUID.fromString(item.path("id").asString());
            assertThat(item.path("can").valueStream().map(node -> node.asString()))
                    .as(about(holder, "what one can do with " + id))
                    .containsExactlyElementsOf(abilities(holder, id));
        }
    }

    private void project(Holder holder, UUID project) {
        boolean seen = isMember(holder) && oracle.seesProject(holder.client().id(), project);
        assertSaid(holder, "projects/" + project, said(seen, holder.carries("PROJECT_VIEW")));
        assertSaid(
                holder,
                "projects/" + project + "/datasets",
                said(seen, holder.carries("PROJECT_VIEW") && holder.carries("DATASET_PREVIEW")));
    }

    private void dataset(Holder holder, UUID dataset) {
        boolean seen =
                holder.inside() && oracle.level(holder.client().id(), dataset).isPresent();
        Answer answer = assertSaid(holder, "datasets/" + dataset, said(seen, holder.carries("DATASET_PREVIEW")));
        if (answer.status() == 200) {
            assertThat(answer.texts("/can"))
                    .as(about(holder, "datasets/" + dataset))
                    .isEqualTo(abilities(holder, dataset));
        }
    }

    /** T-08: with a key everything beyond the details page needs USER. */
    private List<String> abilities(Holder holder, UUID dataset) {
        DatasetLevel level = oracle.level(holder.client().id(), dataset).orElseThrow();
        return Arrays.stream(DatasetPermission.values())
                .filter(permission -> level.compareTo(permission.from()) >= 0)
                .filter(permission -> permission != DatasetPermission.DATASET_INVITE
                        || oracle.ownLevel(holder.client().id(), dataset))
                .filter(permission ->
                        permission == DatasetPermission.DATASET_PREVIEW || level.compareTo(DatasetLevel.USER) >= 0)
                .map(Enum::name)
                .filter(holder::carries)
                .toList();
    }

    private boolean isMember(Holder holder) {
        return holder.inside() && oracle.isMember(holder.client().id());
    }

    private static String said(boolean seen, boolean carried) {
        return !seen ? "404 not-found" : carried ? "200" : "403 key-too-narrow";
    }

    private Answer assertSaid(Holder holder, String path, String expected) {
        Answer answer = holder.client().get(path);
        assertThat(answer.said()).as(about(holder, path)).isEqualTo(expected);
        return answer;
    }

    private static String about(Holder holder, String path) {
        return "seed %d: %s with %s%s, %s"
                .formatted(
                        SEED, holder.client().name(), holder.permissions(), holder.inside() ? "" : " elsewhere", path);
    }
}
