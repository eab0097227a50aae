package dev.kontor.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What happens, in order: Acme, its people, its workspace, its projects, its partner. Each is done by who would do it. */
final class Story {
    private static final List<String> NO_ROLES = List.of();

    private final Cast cast;
    private final SequencedMap<String, Account> people = new LinkedHashMap<>();
    private final SequencedMap<String, UUID> projects = new LinkedHashMap<>();
    private String workspace = "";

    Story(Cast cast) {
        this.cast = cast;
        people.put("Olga", cast.owner());
    }

    void tell() {
        Account olga = cast.owner();
        Say.line(olga.name() + " registered " + olga.organization());
        inviteColleagues();
        openWorkspace();
        createProjects();
        invitePartner();
        bringLars();
    }

    private void inviteColleagues() {
        List<String> names = List.of("Ada", "Dev", "Pia", "Ann", "Mo");
        for (String name : names) {
            people.put(name, bringIn(cast.owner(), name, "Acme"));
        }
        Say.line("Olga invited " + String.join(", ", names) + "; each registered through the link");
    }

    /** An organization administrator invites a colleague by address; the colleague follows the link. */
    private Account bringIn(Account administrator, String name, String organization) {
        String invitations = "organizations/" + administrator.organizationId() + "/invitations";
        JsonNode invitation =
                administrator.visitor().post(invitations, Map.of("email", cast.email(name, organization)));
        return cast.join(invitation.get("link").stringValue(), Map.of("name", name, "password", Cast.PASSWORD));
    }

    private void openWorkspace() {
        String name = cast.numbered("Harbour");
        Map<String, String> wanted = Map.of("name", name, "description", "Pictures of what we sell, and what we plan.");
        workspace = "workspaces/"
                + cast.owner().visitor().post("workspaces", wanted).get("id").stringValue();
        addMember("Olga", "Ada", List.of("ADMIN"));
        addMember("Ada", "Dev", List.of("DEVELOPER"));
        addMember("Ada", "Pia", List.of("PROJECT_MANAGER"));
        addMember("Pia", "Ann", List.of("ANNOTATION_MANAGER"));
        addMember("Ann", "Mo", NO_ROLES);
        Say.line("Olga opened the workspace " + name + "; its people were added with their roles");
    }

    private void addMember(String by, String name, List<String> roles) {
        Account account = person(name);
        Map<String, Object> wanted =
                Map.of("emails", List.of(account.email()), "roles", roles, "organizationId", account.organizationId());
        JsonNode outcome =
                person(by).visitor().post(workspace + "/members", wanted).at("/outcomes/0/outcome");
        if (!outcome.stringValue().equals("ADDED")) {
            throw new IllegalStateException(name + " was not added but " + outcome.stringValue());
        }
    }

    private void createProjects() {
        createProject("Product catalogue", "PUBLIC", "What we sell, labelled by our partner.", List.of());
        createProject("Photo studio", "SHARED", "Photographs for chosen eyes.", List.of("Dev", "Ann"));
        createProject("Next season", "PRIVATE", "Not to be talked about yet.", List.of());
        Say.line("Pia created the projects " + String.join(", ", projects.keySet()) + " (PUBLIC, SHARED, PRIVATE)");
    }

    private void createProject(String name, String visibility, String description, List<String> chosen) {
        Map<String, Object> wanted = Map.of(
                "name", name,
                "visibility", visibility,
                "description", description,
                "members", chosen.stream().map(member -> person(member).id()).toList());
        JsonNode project = person("Pia").visitor().post(workspace + "/projects", wanted);
        projects.put(name, UUID.fromString(project.get("id").stringValue()));
    }

    private void invitePartner() {
        Map<String, Object> wanted = Map.of(
                "types", List.of("ANNOTATION_PARTNER"),
                "email", cast.email("Lena", "Label Partners"),
                "roles", List.of("ANNOTATION_MANAGER"),
                "projectAccess", List.of(project("Product catalogue")));
        JsonNode invitation = person("Pia")
                .visitor()
                .post(workspace + "/collaborators", wanted)
                .get("invitation");
        Map<String, Object> answers = Map.of(
                "organization",
                cast.numbered("Label Partners"),
                "name",
                "Lena",
                "password",
                Cast.PASSWORD,
                "workforceAccess",
                true);
        people.put("Lena", cast.join(invitation.get("link").stringValue(), answers));
        Say.line("Pia invited Lena as annotation partner, for Product catalogue only; Lena registered "
                + person("Lena").organization() + " on the way and lets Acme see its people");
    }

    private void bringLars() {
        people.put("Lars", bringIn(person("Lena"), "Lars", "Label Partners"));
        addMember("Lena", "Lars", NO_ROLES);
        Say.line("Lena brought Lars in, as a plain member");
    }

    Account person(String name) {
        Account account = people.get(name);
        if (account == null) {
            throw new IllegalArgumentException(name);
        }
        return account;
    }

    UUID project(String name) {
        UUID id = projects.get(name);
        if (id == null) {
            throw new IllegalArgumentException(name);
        }
        return id;
    }

    String workspaceId() {
        return workspace.substring(workspace.indexOf('/') + 1);
    }

    List<Account> people() {
        return new ArrayList<>(people.values());
    }

    Map<String, UUID> projects() {
        return projects;
    }
}
