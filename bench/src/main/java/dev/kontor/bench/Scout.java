package dev.kontor.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Walks the lists as somebody before the measurement, to learn where their deep pages begin and which datasets they see. */
final class Scout {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DEEP_PAGES = 16;

    private final Http http;
    private final UUID workspaceId;

    Scout(Http http, UUID workspaceId) {
        this.http = http;
        this.workspaceId = workspaceId;
    }

    /**
     * What somebody sees in the large workspace.
     *
     * @param cookies as a browser sends them
     * @param deep cursors of pages around the middle of the list
     */
    record Seen(Someone someone, String[] cookies, int datasets, List<String> deep, List<String> ids) {
        Seen {
            deep = List.copyOf(deep);
            ids = List.copyOf(ids);
        }

        byte[] get(String path) {
            return Http.get(path, cookies);
        }
    }

    Seen look(Someone someone, String session) throws IOException {
        String[] cookies = {session, csrf(session)};
        List<String> ids = new ArrayList<>();
        List<String> cursors = new ArrayList<>();
        String list = "/api/v1/workspaces/" + workspaceId + "/datasets?limit=";
        JsonNode page = json(Http.get(list + "200", cookies));
        for (; ; page = json(Http.get(list + "200&cursor=" + cursors.getLast(), cookies))) {
            page.get("items").forEach(item -> ids.add(item.get("id").asString()));
            if (page.get("next").isNull()) {
                break;
            }
            cursors.add(page.get("next").asString());
        }
        // who sees less than a page of 200 has a deep page all the same: the second one of ten
        if (cursors.isEmpty()) {
            cursors.add(json(Http.get(list + "10", cookies)).get("next").asString());
        }
        int from = Math.max(0, (cursors.size() - DEEP_PAGES) / 2);
        return new Seen(
                someone, cookies, ids.size(), cursors.subList(from, Math.min(cursors.size(), from + DEEP_PAGES)), ids);
    }

    /** Whether the page without authorization is the same as the admin's, who sees all: same rows, same columns. */
    void compare(Seen admin) throws IOException {
        String page = "/workspaces/" + workspaceId + "/datasets?limit=50&cursor="
                + admin.deep().getFirst();
        String checked = comparable(json(admin.get("/api/v1" + page)));
        String open = comparable(json(admin.get("/api/v1/bench" + page)));
        if (!checked.equals(open)) {
            throw new IllegalStateException("The page without authorization is another one:\n" + checked + "\n" + open);
        }
    }

    /** The level is authorization; everything else is the page. */
    private static String comparable(JsonNode page) {
        for (JsonNode item : page.get("items")) {
            ((ObjectNode) item).put("level", "").putArray("can");
        }
        return page.toString();
    }

    private String csrf(String session) throws IOException {
        String head = http.fetch(Http.get("/api/v1/me", session)).head();
        return head.lines()
                .filter(line -> line.contains("XSRF-TOKEN="))
                .findFirst()
                .map(line -> line.substring(line.indexOf("XSRF-TOKEN="), line.indexOf(';')))
                .orElse("XSRF-TOKEN=none");
    }

    JsonNode json(byte[] request) throws IOException {
        Http.Answer answer = http.fetch(request);
        if (answer.status() != 200) {
            throw new IOException("Answered " + answer.status() + ": " + answer.text());
        }
        return JSON.readTree(answer.body());
    }
}
