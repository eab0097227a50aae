package dev.kontor.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What somebody sees of the workspace, as the server answers them. */
record Outlook(Account account) {

    void say() {
        Visitor visitor = account.visitor();
        Say.line("");
        List<JsonNode> workspaces = new ArrayList<>();
        visitor.get("me").get("workspaces").forEach(workspaces::add);
        if (workspaces.isEmpty()) {
            head("no workspace");
        }
        for (JsonNode entry : workspaces) {
            JsonNode workspace = visitor.get("workspaces/" + entry.get("id").stringValue());
            String path = "workspaces/" + workspace.get("id").stringValue();
            head(roles(workspace));
            line("projects", visitor.all(path + "/projects").stream().map(Outlook::project));
            line("datasets", visitor.all(path + "/datasets").stream().map(Outlook::dataset));
            line("tabs", tabs(workspace).stream());
        }
    }

    /** What happens when they ask for these by id: nothing, for those that they may not see (O-03). */
    void ask(Map<String, UUID> projects) {
        projects.forEach((name, id) -> {
            try {
                account.visitor().get("projects/" + id);
            } catch (Problem problem) {
                Say.line("            asks for " + name + " by its id: " + problem.brief());
            }
        });
    }

    private void head(String roles) {
        Say.line("  %-8s  %s, %s, %s".formatted(account.name(), account.email(), account.organization(), roles));
    }

    private static void line(String title, Stream<String> what) {
        String list = what.collect(Collectors.joining(", "));
        Say.line("            %-8s  %s".formatted(title, list.isEmpty() ? "none" : list));
    }

    private static String roles(JsonNode workspace) {
        List<String> roles = new ArrayList<>();
        workspace.get("roles").forEach(role -> roles.add(words(role.stringValue())));
        if (roles.size() > 1) {
            roles.remove("member");
        }
        return roles.isEmpty() ? "plain member" : String.join(", ", roles).replaceAll("^member$", "plain member");
    }

    private static String project(JsonNode project) {
        return project.get("name").stringValue() + " ("
                + project.get("visibility").stringValue() + ")";
    }

    private static String dataset(JsonNode dataset) {
        return "%s (%s, %s)"
                .formatted(
                        dataset.get("name").stringValue(),
                        Say.number(dataset.get("items").longValue(), "item"),
                        words(dataset.get("level").stringValue()));
    }

    /** The tabs of workspace management follow from what one may do. */
    private static List<String> tabs(JsonNode workspace) {
        String can = workspace.get("can").toString();
        List<String> tabs = new ArrayList<>();
        if (can.contains("MEMBER_MANAGE")) tabs.add("Members");
        if (can.contains("COLLABORATOR_MANAGE")) tabs.add("Collaborators");
        tabs.add("Settings");
        if (can.contains("AUDIT_VIEW")) tabs.add("Activity");
        return tabs;
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
