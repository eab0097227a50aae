package dev.kontor.audit;

import static kontor.tables.Tables.ACCESS_KEY;
import static kontor.tables.Tables.APP_USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** C-07, section 10: the log as JSON lines, streamed while it is read, and cut once it may be read no more. */
@Specification
class ExportActivityTest {
    /** About 40 MB as JSON: more than the buffers of both ends of a connection hold. */
    private static final int MANY = 40_000;

    @Autowired
    Stage stage;

    @LocalServerPort
    int port;

    Cast cast;

    @BeforeAll
    void aLongLog() {
        cast = stage.cast();
        stage.sql()
                .execute(
                        """
                        insert into audit_event (at, actor_id, actor_name, actor_organization_id, workspace_id, kind, object_kind,
                                                 object_name, detail)
                        select timestamptz '2026-01-01' + n * interval '1 second', {0}, 'Ada', {1}, {2}, 'workspace.edited',
                               'workspace', 'Edit ' || n, jsonb_build_object('filler', repeat('x', 800))
                        from generate_series(1, {3}) n
                        """,
                        org.jooq.impl.DSL.val(cast.ada.id()),
                        org.jooq.impl.DSL.val(cast.acme),
                        org.jooq.impl.DSL.val(cast.workspace),
                        org.jooq.impl.DSL.inline(MANY));
    }

    @ParameterizedTest(name = "{0} exports {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Ada, admin          | 200
        Dev, developer      | 403 forbidden
        Otto, of no workspace | 404 not-found
        Sam, from elsewhere | 404 not-found
        """)
    void adminsExport(String who, String outcome) {
        cast.who(who).get(cast.at("activity/export?kind=project.created")).says(outcome);
    }

    @Test
    void everyEventIsALineNewestFirstAndTheExportIsAnEventItself() {
        var answer =
                cast.ada.get(cast.at("activity/export?kind=workspace.edited")).ok();
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        List<String> lines = answer.text().lines().toList();
        assertThat(lines).hasSize(MANY);
        assertThat(JsonMapper.shared()
                        .readTree(lines.getFirst())
                        .at("/object/name")
                        .asString())
                .isEqualTo("Edit " + MANY);
        JsonNode last = JsonMapper.shared().readTree(lines.getLast());
        assertThat(last.at("/object/name").asString()).isEqualTo("Edit 1");
        assertThat(last.at("/actor/name").asString()).isEqualTo("Ada");
        assertThat(cast.ada.get(cast.at("activity?kind=activity.exported")).items())
                .isNotEmpty();
    }

    @ParameterizedTest(name = "cut when {0}")
    @CsvSource({"the key is deleted", "the user is locked", "the office is lost"})
    void whoMayReadNoMoreGetsNoMore(String how) throws Exception {
        Client reader = stage.person("Reader", cast.acme, true);
        String secret =
                reader.post("me/access-keys", Map.of("name", "Export")).ok().at("/secret");
        try (InputStream body = open("organizations/" + cast.acme + "/activity/export", secret);
                BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            // rows come while the rest is still unread in the database
            assertThat(lines.readLine()).startsWith("{");
            revoke(reader, how);
            Instant begun = Instant.now();
            assertThatThrownBy(() -> {
                        while (lines.readLine() != null) {}
                    })
                    .isInstanceOf(IOException.class);
            assertThat(Instant.now()).isBefore(begun.plusSeconds(60));
        }
    }

    private void revoke(Client reader, String how) {
        switch (how) {
            case "the key is deleted" ->
                stage.sql()
                        .deleteFrom(ACCESS_KEY)
                        .where(ACCESS_KEY.USER_ID.eq(reader.id()))
                        .execute();
            case "the user is locked" -> stage.lock(reader);
            default ->
                stage.sql()
                        .update(APP_USER)
                        .set(APP_USER.ADMINISTRATOR, false)
                        .where(APP_USER.ID.eq(reader.id()))
                        .execute();
        }
    }

    private InputStream open(String path, String secret) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/" + path))
                                .header("Authorization", "Bearer " + secret)
                                .build(),
                        BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
