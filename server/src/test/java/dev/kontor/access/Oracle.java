package dev.kontor.access;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.lower;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * Section 6 and 7 once more, read off the page: who sees what, decided in plain Java over the raw tables. Slow and
 * simple on purpose; it shares nothing with the views and conditions that it is compared with.
 */
final class Oracle {
    private record Place(UUID organization, Set<String> roles, boolean house, boolean fullAccess) {}

    private record Project(UUID id, String key, String visibility, UUID creator, boolean trashed) {}

    private record Dataset(UUID id, String key, UUID project, String visibility, UUID owner) {}

    private final Map<UUID, Place> places;
    private final Map<UUID, Project> projects;
    private final Map<UUID, Dataset> datasets;
    private final Map<String, String> grants;
    private final Set<String> chosen = new HashSet<>();
    private final Set<String> named = new HashSet<>();

    Oracle(DSLContext sql, UUID workspace) {
        Map<UUID, Boolean> full = sql.selectFrom(COLLABORATOR)
                .where(COLLABORATOR.WORKSPACE_ID.eq(workspace))
                .fetchMap(COLLABORATOR.ORGANIZATION_ID, COLLABORATOR.FULL_ACCESS);
        places = sql.selectFrom(MEMBER)
                .where(MEMBER.WORKSPACE_ID.eq(workspace))
                .fetchMap(
                        MEMBER.USER_ID,
                        row -> new Place(
                                row.get(MEMBER.ORGANIZATION_ID),
                                Set.of(row.get(MEMBER.ROLES)),
                                List.of(row.get(MEMBER.TYPES)).contains("OWNER"),
                                full.get(row.get(MEMBER.ORGANIZATION_ID))));
        Field<String> key = lower(PROJECT.NAME).as("key");
        projects = sql.select(PROJECT.ID, key, PROJECT.VISIBILITY, PROJECT.CREATOR_ID, PROJECT.TRASHED_AT)
                .from(PROJECT)
                .where(PROJECT.WORKSPACE_ID.eq(workspace))
                .fetchMap(
                        PROJECT.ID,
                        row -> new Project(
                                row.value1(), row.value2(), row.value3(), row.value4(), row.value5() != null));
        datasets = sql.select(DATASET.ID, lower(DATASET.NAME), DATASET.PROJECT_ID, DATASET.VISIBILITY, DATASET.OWNER_ID)
                .from(DATASET)
                .where(DATASET.WORKSPACE_ID.eq(workspace))
                .fetchMap(
                        DATASET.ID,
                        row -> new Dataset(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
        grants = sql.selectFrom(DATASET_GRANT)
                .where(DATASET_GRANT.WORKSPACE_ID.eq(workspace))
                .fetchMap(
                        row -> row.get(DATASET_GRANT.USER_ID) + " " + row.get(DATASET_GRANT.DATASET_ID),
                        row -> row.get(DATASET_GRANT.LEVEL));
        sql.selectFrom(PROJECT_MEMBER)
                .where(PROJECT_MEMBER.WORKSPACE_ID.eq(workspace))
                .forEach(row -> chosen.add(row.get(PROJECT_MEMBER.USER_ID) + " " + row.get(PROJECT_MEMBER.PROJECT_ID)));
        sql.selectFrom(COLLABORATOR_PROJECT)
                .where(COLLABORATOR_PROJECT.WORKSPACE_ID.eq(workspace))
                .forEach(row -> named.add(row.get(COLLABORATOR_PROJECT.ORGANIZATION_ID) + " "
                        + row.get(COLLABORATOR_PROJECT.PROJECT_ID)));
    }

    boolean isMember(UUID user) {
        return places.containsKey(user);
    }

    boolean seesProject(UUID user, UUID project) {
        return sees(user, projects.get(project));
    }

    private boolean sees(UUID user, Project project) {
        Place place = places.get(user);
        if (place == null) return false;
        boolean creator = project.creator().equals(user);
        if (place.roles().contains("ADMIN")) return true;
        if (project.trashed() && !creator) return false;
        boolean gate1 = place.fullAccess() || named.contains(place.organization() + " " + project.id());
        boolean gate2 =
                switch (project.visibility()) {
                    case "PRIVATE" -> creator;
                    case "SHARED" -> creator || chosen.contains(user + " " + project.id());
                    default ->
                        creator
                                || chosen.contains(user + " " + project.id())
                                || place.house()
                                || !place.roles().isEmpty();
                };
        return gate1 && gate2;
    }

    Optional<DatasetLevel> level(UUID user, UUID id) {
        Dataset dataset = datasets.get(id);
        if (!seesProject(user, dataset.project())) {
            boolean open = dataset.visibility().equals("OPEN")
                    && !projects.get(dataset.project()).trashed();
            return open ? Optional.of(DatasetLevel.USER) : Optional.empty();
        }
        String granted = grants.get(user + " " + id);
        return Stream.of(
                        dataset.visibility().equals("PRIVATE") ? "PREVIEWER" : "USER",
                        granted == null ? "PREVIEWER" : granted,
                        places.get(user).roles().contains("ADMIN") ? "ADMIN" : "PREVIEWER",
                        dataset.owner().equals(user) ? "OWNER" : "PREVIEWER")
                .map(DatasetLevel::valueOf)
                .max(Comparator.naturalOrder());
    }

    /** T-13: whether a level was given to oneself: as owner, by a workspace admin's office, or by name. */
    boolean ownLevel(UUID user, UUID id) {
        Dataset dataset = datasets.get(id);
        return seesProject(user, dataset.project())
                && (dataset.owner().equals(user)
                        || places.get(user).roles().contains("ADMIN")
                        || grants.containsKey(user + " " + id));
    }

    /** What lists show, the trash not being one of them; in the order that {@code sort} asks for. */
    List<String> projects(UUID user, String sort) {
        return projects.values().stream()
                .filter(project -> !project.trashed() && sees(user, project))
                .sorted(order(sort, Project::key, Project::id))
                .map(project -> project.id().toString())
                .toList();
    }

    /** O-13: the trash, of which one sees no more than by id. */
    List<String> trash(UUID user, String sort) {
        return projects.values().stream()
                .filter(project -> project.trashed() && sees(user, project))
                .sorted(order(sort, Project::key, Project::id))
                .map(project -> project.id().toString())
                .toList();
    }

    /** O-14: datasets of projects that one sees; being OPEN alone puts nothing into a workspace's list. */
    List<String> datasets(UUID user, String sort) {
        return datasets.values().stream()
                .filter(dataset -> !projects.get(dataset.project()).trashed() && seesProject(user, dataset.project()))
                .sorted(order(sort, Dataset::key, Dataset::id))
                .map(dataset -> dataset.id().toString())
                .toList();
    }

    /** Whoever sees a project sees what is in it, in the trash too. */
    List<String> datasetsOf(UUID project, String sort) {
        return datasets.values().stream()
                .filter(dataset -> dataset.project().equals(project))
                .sorted(order(sort, Dataset::key, Dataset::id))
                .map(dataset -> dataset.id().toString())
                .toList();
    }

    /** Whether each of these begins a word of that name. */
    static boolean begin(List<String> words, String name) {
        List<String> all = List.of(name.split("[ _.-]"));
        return words.stream().allMatch(word -> all.stream().anyMatch(w -> w.startsWith(word)));
    }

    List<String> projectsNamed(UUID user, List<String> words) {
        return projects(user, "name").stream()
                .filter(id -> begin(words, projects.get(UUID.fromString(id)).key()))
                .toList();
    }

    /** By the first of their words that begins with the longest one looked for; of one word the newest first. */
    List<String> datasetsNamed(UUID user, List<String> words) {
        String longest =
                words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
        Comparator<Dataset> byWord =
                Comparator.comparing(dataset -> Stream.of(dataset.key().split("[ _.-]"))
                        .filter(word -> word.startsWith(longest))
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
        return datasets(user, "name").stream()
                .map(id -> datasets.get(UUID.fromString(id)))
                .filter(dataset -> begin(words, dataset.key()))
                .sorted(byWord.thenComparing(dataset -> dataset.id().toString(), Comparator.reverseOrder()))
                .map(dataset -> dataset.id().toString())
                .toList();
    }

    /** M-01, M-03, where nobody gave workforce access. */
    boolean seesMember(UUID reader, UUID person) {
        Place own = places.get(reader);
        Place theirs = places.get(person);
        if (own == null || theirs == null || own.roles().isEmpty()) return false;
        boolean powerful =
                theirs.roles().contains("DEVELOPER") || theirs.roles().contains("PROJECT_MANAGER");
        return reader.equals(person)
                || own.organization().equals(theirs.organization())
                || own.roles().contains("ADMIN") && powerful;
    }

    private static <T> Comparator<T> order(
            String sort, java.util.function.Function<T, String> key, java.util.function.Function<T, UUID> id) {
        Comparator<T> byId = Comparator.comparing(item -> id.apply(item).toString());
        Comparator<T> order = sort.endsWith("name") ? Comparator.comparing(key).thenComparing(byId) : byId;
        return sort.startsWith("-") ? order.reversed() : order;
    }
}
