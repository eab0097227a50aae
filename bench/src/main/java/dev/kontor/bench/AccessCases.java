package dev.kontor.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Everything that {@code bench access} measures, in order. */
final class AccessCases {
    private static final int IDS_EACH = 200;

    private AccessCases() {}

    static List<Case> of(UUID workspaceId, List<Scout.Seen> people) {
        List<Case> cases = new ArrayList<>();
        Scout.Seen admin = people.getFirst();
        cases.add(new Case("nothing", "nothing: what the load generator can do", List.of(Http.get("/bench/nothing"))));
        cases.add(new Case("dataset", "one dataset by id, all seven in turn", byId(people)));
        for (Scout.Seen person : people) {
            String kind = person.someone().name().toLowerCase(java.util.Locale.ROOT);
            String path = "/workspaces/" + workspaceId + "/datasets?limit=50";
            List<String> deep = person.deep().stream()
                    .map(cursor -> path + "&cursor=" + cursor)
                    .toList();
            cases.add(page("first/" + kind, person, List.of(path), "/api/v1"));
            cases.add(page("first/" + kind + "/open", person, List.of(path), "/api/v1/bench"));
            cases.add(page("deep/" + kind, person, deep, "/api/v1"));
            cases.add(page("deep/" + kind + "/open", person, deep, "/api/v1/bench"));
        }
        cases.add(new Case(
                "members",
                "members of the large workspace, as its admin",
                List.of(admin.get("/api/v1/workspaces/" + workspaceId + "/members"))));
        cases.add(new Case(
                "me",
                "me, all seven in turn",
                people.stream().map(person -> person.get("/api/v1/me")).toList()));
        cases.addAll(SearchCases.of(workspaceId, people));
        return cases;
    }

    /** Datasets all over what each of them sees. */
    private static List<byte[]> byId(List<Scout.Seen> people) {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < IDS_EACH; i++) {
            for (Scout.Seen person : people) {
                String id = person.ids().get((int) ((long) i * person.ids().size() / IDS_EACH));
                requests.add(person.get("/api/v1/datasets/" + id));
            }
        }
        return requests;
    }

    private static Case page(String id, Scout.Seen person, List<String> paths, String root) {
        String title = person.someone().title() + " (sees " + person.datasets() + ")";
        return new Case(
                id, title, paths.stream().map(path -> person.get(root + path)).toList());
    }
}
