package dev.kontor.draft;

import static dev.kontor.draft.Playground.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of batches, however they are put together. */
@Specification
class BatchBodyTest {
    private static final String TYPE = "multipart/form-data; boundary=line";

    @Autowired
    Stage stage;

    @LocalServerPort
    int port;

    Client olga;
    String draft;

    @BeforeAll
    void dataset() {
        Playground at = Playground.of(stage);
        olga = at.owner();
        draft = at.draft();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        nothing at all                | multipart/form-data; boundary=line | 422 field-missing |
        no boundary                   | multipart/form-data                | 400 malformed           | items=[]
        another boundary              | multipart/form-data; boundary=other | 400 malformed          | items=[]
        a boundary in quotes          | multipart/form-data; boundary="line" | 422 unknown-field     | other=1
        a part of another name        | multipart/form-data; boundary=line | 422 unknown-field | other=1
        a part without a name         | multipart/form-data; boundary=line | 422 field-missing | =1
        files without items           | multipart/form-data; boundary=line | 422 field-missing | file=a
        more items than files         | multipart/form-data; boundary=line | 422 unacceptable   | items=[{"path": "a", "digest": "0"}]
        more files than items         | multipart/form-data; boundary=line | 422 unacceptable   | items=[] file=a
        items twice                   | multipart/form-data; boundary=line | 422 unacceptable   | items=[] items=[]
        an end that is missing        | multipart/form-data; boundary=line | 400 malformed           | items=[] file=a CUT
        """)
    void saysWhatIsWrong(String what, String type, String answer, String parts) {
        olga.send("POST", draft + "/items", body(parts == null ? "" : parts), Map.of("Content-Type", type))
                .says(answer);
        assertThat(olga.get(draft + "/changes").ok().items("/path")).doesNotContain("a");
    }

    @Test
    void itemsMayComeLast() {
        String item = "[{\"path\":\"late.txt\",\"digest\":\"" + Upload.sha256(text("late")) + "\"}]";
        olga.send("POST", draft + "/items", body("file=late items=" + item), Map.of("Content-Type", TYPE))
                .ok();
        assertThat(olga.get(draft.replace("/drafts/", "/versions/draft-") + "/content?path=late.txt")
                        .ok()
                        .text())
                .isEqualTo("late");
    }

    /** A file is what was sent, whatever a part says of itself and wherever its line breaks fall in a buffer. */
    @Test
    void filesStayWhatTheyAre() throws Exception {
        Random random = new Random(20261123);
        List<byte[]> files = new ArrayList<>();
        for (int size : List.of(0, 1, 2, 4_000, 4_089, 4_090, 4_095, 4_096, 4_097, 8_192, 65_536, 65_537, 300_000)) {
            byte[] file = new byte[size];
            for (int i = 0; i < size; i++) {
                file[i] = (byte) "\r\n-line\r\n--lin".charAt(random.nextInt(random.nextBoolean() ? 3 : 14));
            }
            files.add(file);
        }
        List<String> says = List.of(
                "",
                "Content-Type: multipart/mixed; boundary=inner\r\n",
                "content-type: message/rfc822\r\n",
                "Content-Transfer-Encoding: base64\r\n");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<Map<String, String>> items = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            items.add(Map.of("path", "odd/%02d".formatted(i), "digest", Upload.sha256(files.get(i))));
        }
        body.write(text("what stands before\r\n--line\r\nCONTENT-DISPOSITION: form-data; NAME=items\r\n\r\n"));
        body.write(JsonMapper.shared().writeValueAsBytes(items));
        for (int i = 0; i < files.size(); i++) {
            body.write(text("\r\n--line  \r\n" + says.get(i % says.size())
                    + "Content-Disposition: form-data; filename=\"ä \\\"; name=x\"; name=\"file\"\r\n\r\n"));
            body.write(files.get(i));
        }
        body.write(text("\r\n--line--\r\nwhat stands behind"));
        olga.send("POST", draft + "/items", body.toByteArray(), Map.of("Content-Type", TYPE))
                .ok();
        for (int i = 0; i < files.size(); i++) {
            assertThat(olga.get(draft.replace("/drafts/", "/versions/draft-") + "/item?path=odd/%02d".formatted(i))
                            .ok()
                            .at("/digest"))
                    .isEqualTo(Upload.sha256(files.get(i)));
        }
    }

    /** Large, so that it waits outside the database to be kept; the second says truly what both send. */
    @Test
    void whatIsNotWhatWasSaidIsRefusedAlone() {
        byte[] large = new byte[200_000];
        new Random(1).nextBytes(large);
        Answer answer = new Upload()
                .file("said/wrong.bin", Upload.sha256(text("other")), large, null)
                .file("said/right.bin", large)
                .to(olga, draft)
                .ok();
        assertThat(answer.at("/outcomes/0/code")).isEqualTo("digest-mismatch");
        assertThat(answer.at("/outcomes/1/outcome")).isEqualTo("STAGED");
    }

    @Test
    void headersOfAPartAreBounded() {
        String part = "--line\r\nContent-Disposition: form-data; name=\"items\"\r\n";
        String end = "\r\n\r\n[]\r\n--line--\r\n";
        for (String more :
                List.of("X: " + "x".repeat(100_000), "X: y\r\n".repeat(1_000), "X:\r\n" + " y\r\n".repeat(100_000))) {
            assertThat(olga.send("POST", draft + "/items", text(part + more + end), Map.of("Content-Type", TYPE))
                            .says("400 malformed")
                            .at("/detail"))
                    .contains("16 headers");
        }
    }

    @Test
    void noMoreThanAThousandFiles() {
        olga.send("POST", draft + "/items", body("items=[] " + "file=a ".repeat(1001)), Map.of("Content-Type", TYPE))
                .says("413 too-large");
    }

    /** Where it does not say how long it is, it is not read on, either. */
    @Test
    void noMoreThan64MiB() throws Exception {
        String key = olga.post("me/access-keys", Map.of("name", "raw")).ok().at("/secret");
        byte[] mebibyte = new byte[1 << 20];
        InputStream zeros = new SequenceInputStream(Collections.enumeration(Collections.nCopies(70, mebibyte).stream()
                .map(ByteArrayInputStream::new)
                .toList()));
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(body("items=[] file= CUT")), zeros);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port + "/api/v1/" + draft + "/items"))
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", TYPE)
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> all))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).contains("\"too-large\"");
            assertThat(answer.statusCode()).isEqualTo(413);
        }
    }

    /** Parts as {@code name=content}, divided by blanks; {@code CUT} instead of the end. */
    private static byte[] body(String parts) {
        StringBuilder body = new StringBuilder();
        for (String part :
                parts.isBlank() ? List.<String>of() : List.of(parts.strip().split(" (?=\\w*=|CUT)"))) {
            if (part.equals("CUT")) {
                return body.substring(0, body.length() - 2).getBytes(StandardCharsets.UTF_8);
            }
            String name = part.substring(0, part.indexOf('='));
            body.append("--line\r\nContent-Disposition: form-data")
                    .append(name.isEmpty() ? "" : "; name=\"" + name + "\"")
                    .append("\r\n\r\n")
                    .append(part.substring(part.indexOf('=') + 1))
                    .append("\r\n");
        }
        return body.append("--line--\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
