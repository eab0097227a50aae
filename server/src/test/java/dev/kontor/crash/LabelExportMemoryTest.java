package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kontor.database.BundledPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** O-19: labels are exported at constant memory: more of them than a heap of 128 MB could hold. */
@Tag("crash")
@Timeout(240)
class LabelExportMemoryTest {
    private static final int ITEMS = 4_000;
    private static final int BOXES = 150;
    private static final long HEAP = 128L * 1024 * 1024;
    private static BundledPostgres postgres;

    @TempDir
    Path home;

    @BeforeAll
    static void postgres() {
        String software = System.getProperty("kontor.software", "../database/target/software");
        postgres = BundledPostgres.startDisposable(Path.of(software).toAbsolutePath());
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void moreBoxesThanTheHeapHoldsAreExported() throws Exception {
        ServerProcess server = ServerProcess.start(
                home,
                Map.of(
                        "KONTOR_DATABASE_URL", postgres.url(),
                        "KONTOR_DATABASE_USER", postgres.user(),
                        "KONTOR_DATABASE_PASSWORD", postgres.password(),
                        "JAVA_TOOL_OPTIONS", "-Xmx" + HEAP + " -XX:+ExitOnOutOfMemoryError"));
        try {
            Caller olga = Caller.register(server.port(), "Acme", "Olga");
            String workspace = id(olga.post("/workspaces", "{\"name\": \"Vision\"}"));
            String project = id(olga.post("/workspaces/" + workspace + "/projects", "{\"name\": \"Streets\"}"));
            String dataset = id(olga.post("/projects/" + project + "/datasets", "{\"name\": \"Boxes\"}"));
            String draft = "/datasets/" + dataset + "/drafts/"
                    + olga.post("/datasets/" + dataset + "/drafts", "{}")
                            .expect(201)
                            .json()
                            .get("number");
            olga.put(draft + "/catalog", "{\"BOX2D\": {\"categories\": [{\"name\": \"car\"}]}}")
                    .expect(204);
            olga.put(draft + "/item?path=first.txt", "first".getBytes()).expect(200);
            olga.post(draft + "/commit", "{\"message\": \"First\"}").expect(201);
            long written = fill(UUID.fromString(workspace), UUID.fromString(dataset));
            assertThat(written).isGreaterThan(HEAP / 2);
            String export = "/datasets/" + dataset + "/versions/main/export?format=";
            for (String format : new String[] {"COCO", "YOLO", "PASCAL_VOC"}) {
                assertThat(unpacked(olga.stream(export + format))).as(format).isGreaterThan(ITEMS * BOXES * 20L);
            }
            assertThat(olga.stream(export + "JSON_LINES").body().transferTo(java.io.OutputStream.nullOutputStream()))
                    .isGreaterThan(HEAP / 2);
            // it is still well
            olga.get("/me").expect(200);
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
    }

    private static String id(Caller.Answer answer) {
        return answer.expect(201).json().path("id").stringValue();
    }

    private static long unpacked(HttpResponse<InputStream> response) throws Exception {
        assertThat(response.statusCode()).isEqualTo(200);
        long bytes = 0;
        boolean report = false;
        byte[] buffer = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(response.body())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                report |= entry.getName().equals("report.json");
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    bytes += read;
                }
            }
        }
        assertThat(report).isTrue();
        return bytes;
    }

    /** Into the version that is there, as commits would have left it; says how long the labels are. */
    private static long fill(UUID workspace, UUID dataset) throws Exception {
        try (Connection connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.executeUpdate("insert into picture select digest, 640, 480, 1 from content");
            statement.executeUpdate("""
                insert into annot (id, workspace_id, labels)
                select 1000000 + n, '%s', (select jsonb_build_object('BOX2D', jsonb_agg(jsonb_build_object(
                    'box2d', jsonb_build_object('xmin', b, 'ymin', n %% 400, 'xmax', b + 40.125, 'ymax', n %% 400 + 30.5),
                    'category', 'car', 'attributes', jsonb_build_object('occluded', b %% 3 = 0)))) from generate_series(1, %d) b)
                from generate_series(1, %d) n\
                """.formatted(workspace, BOXES, ITEMS));
            statement.executeUpdate("""
                insert into item (line_id, path, added_in, digest, size, media_type, annot_id)
                select l.id, lpad(n :: text, 7, '0') || '.png', 1, (select digest from content limit 1), 5, 'image/png', 1000000 + n
                from line l, generate_series(1, %d) n where l.dataset_id = '%s'\
                """.formatted(ITEMS, dataset));
            statement.executeUpdate("update version set statistics = '{\"labels\": {\"BOX2D\": {\"car\": 1}}}'");
            try (var length = statement.executeQuery("select sum(length(labels :: text)) from annot")) {
                length.next();
                return length.getLong(1);
            }
        }
    }
}
