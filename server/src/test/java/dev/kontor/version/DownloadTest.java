package dev.kontor.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was uploaded comes back: 10,000 items as a zip, single files with safe headers, in parts, from one's own cache. */
@Specification
class DownloadTest {
    private static final int ITEMS = 10_000;

    @Autowired
    Stage stage;

    @LocalServerPort
    int port;

    Client olga;
    String key;
    String at;
    String version;

    @BeforeAll
    void filled() {
        olga = stage.stranger("Olga");
        key = olga.post("me/access-keys", Map.of("name", "downloads")).ok().at("/secret");
        UUID workspace = olga.post("workspaces", Map.of("name", "Acme")).ok().id();
        UUID project = olga.post("workspaces/" + workspace + "/projects", Map.of("name", "P"))
                .ok()
                .id();
        at = "datasets/"
                + olga.post("projects/" + project + "/datasets", Map.of("name", "Many"))
                        .ok()
                        .id();
        String draft =
                at + "/drafts/" + olga.post(at + "/drafts", Map.of()).ok().at("/number");
        for (int i = 0; i < ITEMS; i += 1000) {
            Upload upload = new Upload();
            for (int j = i; j < i + 1000; j++) {
                upload.file(path(j), content(j));
            }
            upload.to(olga, draft).ok();
        }
        olga.put(draft + "/item?path=z/page.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                .ok();
        olga.put(draft + "/item?path=z/picture.svg", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8))
                .ok();
        olga.put(draft + "/item?path=z/words.txt", "Wörter".getBytes(StandardCharsets.UTF_8))
                .ok();
        version = at + "/versions/"
                + olga.post(draft + "/commit", Map.of("message", "all")).ok().id();
    }

    private static String path(int i) {
        return "folder " + i % 10 + "/ä-" + i + ".bin";
    }

    private static byte[] content(int i) {
        byte[] bytes = new byte[i % 997 == 0 ? 100_000 : 500 + i % 1500];
        new Random(i).nextBytes(bytes);
        return bytes;
    }

    @Test
    void theZipHoldsWhatWasUploaded() throws Exception {
        Map<String, byte[]> wanted = new HashMap<>();
        for (int i = 0; i < ITEMS; i++) {
            wanted.put(path(i), content(i));
        }
        HttpResponse<InputStream> response = stream(version + "/zip");
        assertThat(response.statusCode()).isEqualTo(200);
        Counting counted = new Counting(response.body());
        int found = 0;
        try (ZipInputStream zip = new ZipInputStream(counted)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                byte[] sent = wanted.remove(entry.getName());
                if (sent != null) {
                    assertThat(bytes).as(entry.getName()).isEqualTo(sent);
                }
                found++;
            }
            counted.transferTo(java.io.OutputStream.nullOutputStream());
        }
        assertThat(wanted).isEmpty();
        assertThat(found).isEqualTo(ITEMS + 3);
        assertThat(counted.count)
                .isEqualTo(response.headers().firstValueAsLong("Content-Length").orElse(-1));
    }

    private static final class Counting extends java.io.FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        }
    }

    @Test
    void aPrefixOfIt() throws Exception {
        int found = 0;
        try (ZipInputStream zip =
                new ZipInputStream(stream(version + "/zip?prefix=folder+3/").body())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName()).startsWith("folder 3/");
                found++;
            }
        }
        assertThat(found).isEqualTo(ITEMS / 10);
    }

    @Test
    void aRightThatIsLostBreaksTheDownloadOff() throws Exception {
        HttpResponse<InputStream> response = stream(version + "/zip");
        try (InputStream in = response.body()) {
            in.readNBytes(1000);
            List<String> ids = olga.get("me/access-keys").ok().items("/id");
            // the workspace goes out of sight of everybody, as if its purge had begun
            UUID workspace = UUID.fromString(olga.get(at).ok().at("/workspaceId"));
            stage.sql()
                    .execute(
                            "update workspace set deleted_at = now() where id = {0}", org.jooq.impl.DSL.val(workspace));
            try {
                assertThat(ids).isNotEmpty();
                assertThatThrownBy(() -> in.transferTo(java.io.OutputStream.nullOutputStream()))
                        .isInstanceOf(IOException.class);
            } finally {
                stage.sql()
                        .execute(
                                "update workspace set deleted_at = null where id = {0}",
                                org.jooq.impl.DSL.val(workspace));
            }
        }
    }

    @Test
    void nothingThatABrowserCouldRunIsShown() {
        for (String path : List.of("z/page.html", "z/picture.svg")) {
            Answer answer = olga.get(version + "/content?path=" + path).ok();
            assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
            assertThat(answer.header("Content-Disposition")).startsWith("attachment");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).startsWith("sandbox");
        }
        Answer text = olga.get(version + "/content?path=z/words.txt").ok();
        assertThat(text.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(text.header("Content-Disposition")).startsWith("inline");
        assertThat(olga.get(version + "/content?path=z/words.txt&download=1")
                        .ok()
                        .header("Content-Disposition"))
                .startsWith("attachment");
    }

    @Test
    void isKeptByOnesOwnBrowserOnlyAndAskedAboutAgain() {
        Answer first = olga.get(version + "/content?path=z/words.txt").ok();
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        Map<String, String> known = Map.of("If-None-Match", first.header("ETag"));
        assertThat(olga.send("GET", version + "/content?path=z/words.txt", null, known)
                        .status())
                .isEqualTo(304);
        // known or not: first the check
        assertThat(stage.stranger("Sam")
                        .send("GET", version + "/content?path=z/words.txt", null, known)
                        .said())
                .isEqualTo("404 not-found");
    }

    @Test
    void parts() {
        String large = version + "/content?path=" + path(997).replace(" ", "+").replace("ä", "%C3%A4");
        byte[] whole = content(997);
        assertThat(part(large, "bytes=0-9").says("206").bytes()).isEqualTo(java.util.Arrays.copyOf(whole, 10));
        assertThat(part(large, "bytes=-5").says("206").bytes())
                .isEqualTo(java.util.Arrays.copyOfRange(whole, whole.length - 5, whole.length));
        assertThat(part(large, "bytes=99999-").says("206").header("Content-Range"))
                .isEqualTo("bytes 99999-99999/100000");
        assertThat(part(large, "bytes=100000-").status()).isEqualTo(416);
        assertThat(part(large, "bytes=x").says("200").bytes()).isEqualTo(whole);
    }

    private Answer part(String path, String range) {
        return olga.send("GET", path, null, Map.of("Range", range));
    }

    private HttpResponse<InputStream> stream(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/" + path))
                .header("Authorization", "Bearer " + key)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    }
}
