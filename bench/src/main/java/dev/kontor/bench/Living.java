package dev.kontor.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The admin of {@code life.sql}: what they look at, in dashboards and in the neighbour of the workspace that is purged. */
final class Living implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FEW = 1_000;
    private static final String API = "/api/v1/";

    private final Http http;
    private final BenchHome.Ready ready;
    private final String session;
    private final String organization;
    private final String dataset;
    private final String draft;
    private final String doomed;
    private int uploaded;
    private final Random random = new Random(20260101);

    Living(int port, BenchHome.Ready ready) throws IOException {
        this.http = new Http(port);
        this.ready = ready;
        this.session = ready.cookie(Someone.ADMIN);
        this.organization = get("me").at("/organization/id").asString();
        String project = get("workspaces/" + own("Neighbour") + "/projects")
                .at("/items/0/id")
                .asString();
        this.dataset = API + "datasets/"
                + get("projects/" + project + "/datasets").at("/items/0/id").asString();
        byte[] opening = Http.request("POST", dataset + "/drafts", "{}", session);
        this.draft = dataset + "/drafts/"
                + JSON.readTree(http.fetch(opening).text()).get("number").asLong();
        this.doomed = own("Doomed");
    }

    private String own(String name) throws IOException {
        return get("organizations/" + organization + "/workspaces?q=" + name)
                .at("/items/0/id")
                .asString();
    }

    List<Case> dashboards() throws IOException {
        String large = "workspaces/" + ready.workspaceId();
        String office = "organizations/" + organization;
        String project = get(large + "/projects?limit=1").at("/items/0/id").asString();
        return List.of(
                looking("statistics of a workspace, 90 days", large + "/statistics"),
                looking("statistics of a workspace, a year", large + "/statistics?from=" + aYearAgo()),
                looking(
                        "statistics of one of its 5,000 projects, a year",
                        large + "/statistics/projects/" + project + "?from=" + aYearAgo()),
                looking("usage of a workspace", large + "/usage"),
                looking("its projects by storage", large + "/usage/projects?limit=50"),
                looking("storage of an organization's workspaces", office + "/usage?limit=50"),
                looking("projects of one of them", office + "/usage/" + ready.workspaceId() + "?limit=50"),
                looking("workspaces of an organization", office + "/workspaces?limit=50"),
                looking("users with their last activity", office + "/users?limit=50"),
                looking("an organization's actions per day", office + "/activity/days"));
    }

    private static String aYearAgo() {
        return java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(364).toString();
    }

    private Case looking(String title, String path) {
        return new Case(title, title, List.of(Http.get(API + path, session)), 1);
    }

    /** In other workspaces than the one that is purged; each time with files that were not there before. */
    List<Case> others() {
        List<byte[]> items = new ArrayList<>();
        List<byte[]> uploads = new ArrayList<>();
        for (int i = 0; i < FEW; i++) {
            int n = 1 + random.nextInt(2_000);
            String path = "drive %04d/%09d.jpg".formatted(n / 1_000, n);
            items.add(Http.get(dataset + "/versions/main/item?path=" + Editor.q(path), session));
            uploaded++;
            byte[] bytes = ("upload " + uploaded + " " + "y".repeat(4_000)).getBytes(StandardCharsets.UTF_8);
            uploads.add(Http.request(
                    "PUT", draft + "/item?path=up/" + uploaded, "application/octet-stream", bytes, session));
        }
        byte[] list = Http.get(API + "workspaces/" + ready.workspaceId() + "/datasets?limit=50", session);
        return List.of(
                new Case("list", "page of 50 datasets", List.of(list), 1),
                new Case("item", "one item", items, 1),
                new Case("upload", "upload of 4 KiB", uploads, 1));
    }

    void due() throws IOException {
        bench("due/" + doomed);
    }

    /** What of the purge is left to do; nothing when it is done. */
    String left() throws IOException {
        return bench("left/" + doomed).strip();
    }

    double job(String name) throws IOException {
        return Double.parseDouble(bench("job/" + name));
    }

    private String bench(String what) throws IOException {
        return answered(http.fetch(Http.get("/bench/" + what, session))).text();
    }

    private JsonNode get(String path) throws IOException {
        return JSON.readTree(answered(http.fetch(Http.get(API + path, session))).text());
    }

    private static Http.Answer answered(Http.Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException("Answered " + answer.status() + ": " + answer.text());
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
