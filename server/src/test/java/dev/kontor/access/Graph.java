package dev.kontor.access;

import static kontor.tables.Tables.*;

import dev.kontor.testing.Client;
import dev.kontor.testing.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** A workspace at random, written row by row: organizations, types, roles, projects behind gates, datasets, grants. */
final class Graph {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final List<String> NAMES =
            List.of("apple", "Apple", "Birch", "cedar 2", "cedar 10", "Zebra", "zebra_1");

    final UUID workspace;
    final List<Client> people = new ArrayList<>();
    final List<UUID> projects = new ArrayList<>();
    final List<UUID> datasets = new ArrayList<>();

    private final Stage stage;
    private final DSLContext sql;
    private final Random random;
    private final List<UUID> organizations = new ArrayList<>();
    private final List<Client> members = new ArrayList<>();

    Graph(Stage stage, long seed, int size) {
        this.stage = stage;
        this.sql = stage.sql();
        this.random = new Random(seed);
        Client owner = person(stage.organization("House"));
        workspace = owner.post("workspaces", java.util.Map.of("name", "Random"))
                .ok()
                .id();
        organizations.add(owner.organizationId());
        members.add(owner);
        for (int i = 0; i < 4; i++) organizations.add(collaborator());
        for (int i = 0; i < 11; i++) member();
        for (int i = 0; i < size; i++) project();
        for (UUID project : projects) places(project);
        person(owner.organizationId());
        people.add(stage.stranger("Stranger"));
    }

    private Client person(UUID organization) {
        Client person = stage.person("P" + people.size(), organization);
        people.add(person);
        return person;
    }

    private UUID collaborator() {
        UUID organization = stage.organization("Partner");
        Set<CollaborationType> types = EnumSet.of(CollaborationType.values()[1 + random.nextInt(3)]);
        if (random.nextInt(3) == 0) types.add(CollaborationType.values()[1 + random.nextInt(3)]);
        sql.insertInto(COLLABORATOR)
                .set(COLLABORATOR.WORKSPACE_ID, workspace)
                .set(COLLABORATOR.ORGANIZATION_ID, organization)
                .set(COLLABORATOR.TYPES, Names.of(types))
                .set(COLLABORATOR.FULL_ACCESS, random.nextInt(3) == 0)
                .set(COLLABORATOR.CREATED_AT, NOW)
                .execute();
        return organization;
    }

    private void member() {
        UUID organization = any(organizations);
        Client person = person(organization);
        String[] types = sql.select(COLLABORATOR.TYPES)
                .from(COLLABORATOR)
                .where(COLLABORATOR.WORKSPACE_ID.eq(workspace).and(COLLABORATOR.ORGANIZATION_ID.eq(organization)))
                .fetchSingle(COLLABORATOR.TYPES);
        List<WorkspaceRole> allowed = CollaborationType.roles(Names.read(CollaborationType.class, types)).stream()
                .sorted()
                .filter(role -> random.nextInt(3) == 0)
                .toList();
        sql.insertInto(MEMBER)
                .set(MEMBER.WORKSPACE_ID, workspace)
                .set(MEMBER.USER_ID, person.id())
                .set(MEMBER.ORGANIZATION_ID, organization)
                .set(MEMBER.TYPES, types)
                .set(MEMBER.ROLES, Names.of(allowed))
                .set(MEMBER.JOINED_AT, NOW)
                .execute();
        members.add(person);
    }

    private void project() {
        UUID project = sql.insertInto(PROJECT)
                .set(PROJECT.WORKSPACE_ID, workspace)
                .set(PROJECT.NAME, any(NAMES))
                .set(PROJECT.VISIBILITY, any(List.of("PRIVATE", "SHARED", "PUBLIC", "PUBLIC")))
                .set(PROJECT.CREATOR_ID, any(members).id())
                .set(PROJECT.CREATED_AT, NOW)
                .set(PROJECT.ARCHIVED_AT, random.nextInt(8) == 0 ? NOW : null)
                .set(PROJECT.TRASHED_AT, random.nextInt(8) == 0 ? NOW : null)
                .returning(PROJECT.ID)
                .fetchSingle(PROJECT.ID);
        projects.add(project);
        for (int i = random.nextInt(3); i > 0; i--) dataset(project);
    }

    private void dataset(UUID project) {
        UUID dataset = sql.insertInto(DATASET)
                .set(DATASET.WORKSPACE_ID, workspace)
                .set(DATASET.PROJECT_ID, project)
                .set(DATASET.NAME, any(NAMES) + " " + datasets.size())
                .set(DATASET.VISIBILITY, any(List.of("PRIVATE", "PROJECT", "OPEN")))
                .set(DATASET.OWNER_ID, any(members).id())
                .set(DATASET.CREATED_AT, NOW)
                .returning(DATASET.ID)
                .fetchSingle(DATASET.ID);
        datasets.add(dataset);
        for (Client person : some(members, 4)) {
            sql.insertInto(DATASET_GRANT)
                    .set(DATASET_GRANT.WORKSPACE_ID, workspace)
                    .set(DATASET_GRANT.DATASET_ID, dataset)
                    .set(DATASET_GRANT.USER_ID, person.id())
                    .set(DATASET_GRANT.LEVEL, any(List.of("PREVIEWER", "VIEWER", "USER", "EDITOR", "ADMIN")))
                    .set(DATASET_GRANT.GRANTED_BY, members.getFirst().id())
                    .set(DATASET_GRANT.GRANTED_AT, NOW)
                    .execute();
        }
    }

    /** Who is chosen in a project, and whose limited access names it: one organization's nearly always. */
    private void places(UUID project) {
        for (Client person : some(members, 4)) {
            sql.insertInto(PROJECT_MEMBER)
                    .set(PROJECT_MEMBER.WORKSPACE_ID, workspace)
                    .set(PROJECT_MEMBER.PROJECT_ID, project)
                    .set(PROJECT_MEMBER.USER_ID, person.id())
                    .set(PROJECT_MEMBER.CHOSEN_AT, NOW)
                    .execute();
        }
        Stream.concat(
                        some(organizations.subList(1, 5), 2).stream(),
                        random.nextInt(20) > 0 ? Stream.of(organizations.getLast()) : Stream.of())
                .distinct()
                .forEach(organization -> sql.insertInto(COLLABORATOR_PROJECT)
                        .set(COLLABORATOR_PROJECT.WORKSPACE_ID, workspace)
                        .set(COLLABORATOR_PROJECT.ORGANIZATION_ID, organization)
                        .set(COLLABORATOR_PROJECT.PROJECT_ID, project)
                        .execute());
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> List<T> some(List<T> list, int oneIn) {
        return list.stream().filter(x -> random.nextInt(oneIn) == 0).toList();
    }
}
