package dev.kontor.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Caller;
import dev.kontor.testing.Caller.File;
import dev.kontor.testing.Specification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The way of a dataset from its creation to the download of a version. */
@Specification
class MainJobTest {
    @LocalServerPort
    int port;

    @Test
    void fillsADatasetAndReadsItBack() throws Exception {
        Caller olga = Caller.register(port, "Acme", "Olga");
        String w = olga.post("/workspaces", "{\"name\": \"Acme\"}")
                .expect(201)
                .json()
                .get("id")
                .stringValue();
        String p = olga.post("/workspaces/" + w + "/projects", "{\"name\": \"Cats\"}")
                .expect(201)
                .json()
                .get("id")
                .stringValue();
        JsonNode made = olga.post("/projects/" + p + "/datasets", "{\"name\": \"Cats 1.0\"}")
                .expect(201)
                .json();
        String d = "/datasets/" + made.get("id").stringValue();
        assertThat(made.get("level").stringValue()).isEqualTo("OWNER");
        assertThat(olga.get(d + "/versions/main/items").expect(200).json().get("items"))
                .isEmpty();

        JsonNode draft = olga.post(d + "/drafts", "{}").expect(201).json();
        String at = d + "/drafts/" + draft.get("number").longValue();
        olga.post(d + "/drafts", "{}").expect(200);
        assertThat(olga.post(at + "/commit", "{\"message\": \"first\"}").outcome())
                .isEqualTo("409 nothing-to-commit");

        olga.put(at + "/catalog", "{\"CLASSIFICATION\": {\"categories\": [{\"name\": \"cat\"}]}, \"BOX2D\": {}}")
                .expect(204);
        byte[] picture = picture(300, 200);
        byte[] large = bytes(200_000);
        List<File> files = new ArrayList<>(List.of(
                new File("a/one.png", picture, "{\"CLASSIFICATION\": {\"category\": \"cat\"}}"),
                new File("a/two.txt", "zwei".getBytes(StandardCharsets.UTF_8), null),
                new File(
                        "a/b/three.txt",
                        "drei".getBytes(StandardCharsets.UTF_8),
                        "{\"CLASSIFICATION\": {\"category\": \"dog\"}}"),
                new File("../four.txt", "vier".getBytes(StandardCharsets.UTF_8), null),
                new File("z.txt", new byte[0], null)));
        JsonNode outcomes = olga.batch(at + "/items", files).expect(200).json().get("outcomes");
        assertThat(outcomes.findValuesAsString("outcome"))
                .containsExactly("STAGED", "STAGED", "STAGED", "REFUSED", "STAGED");
        assertThat(outcomes.get(2).get("unknown").get(0).stringValue()).isEqualTo("CLASSIFICATION dog");
        olga.put(at + "/item?path=big.bin", large).expect(200);
        assertThat(olga.get(at).expect(200).json().get("added").longValue()).isEqualTo(5);
        assertThat(olga.get(at + "/changes").expect(200).json().get("items").findValuesAsString("path"))
                .containsExactly("a/b/three.txt", "a/one.png", "a/two.txt", "big.bin", "z.txt");

        JsonNode version = olga.post(at + "/commit", "{\"message\": \"first\"}")
                .expect(201)
                .json();
        assertThat(version.get("items").longValue()).isEqualTo(5);
        JsonNode dataset = olga.get(d).expect(200).json();
        assertThat(dataset.get("cover").stringValue()).isEqualTo("a/one.png");
        assertThat(dataset.get("draft").isNull()).isTrue();
        String v = d + "/versions/" + version.get("id").stringValue();

        assertThat(olga.get(v + "/folder").expect(200).json().get("folders").findValuesAsString("path"))
                .containsExactly("a/");
        JsonNode folder = olga.get(v + "/folder?prefix=a/").expect(200).json();
        assertThat(folder.get("folders").findValuesAsString("name")).containsExactly("b");
        assertThat(folder.get("items").findValuesAsString("path")).containsExactly("a/one.png", "a/two.txt");
        JsonNode item = olga.get(v + "/item?path=a/one.png").expect(200).json();
        assertThat(item.get("previous").stringValue()).isEqualTo("a/b/three.txt");
        assertThat(item.get("next").stringValue()).isEqualTo("a/two.txt");
        assertThat(item.at("/labels/CLASSIFICATION/category").stringValue()).isEqualTo("cat");
        assertThat(item.at("/picture/width").intValue()).isEqualTo(300);
        var thumbnail = olga.get(v + "/thumbnail?path=a/one.png&size=128").expect(200);
        assertThat(ImageIO.read(new ByteArrayInputStream(thumbnail.bytes())).getWidth())
                .isEqualTo(128);
        assertThat(olga.get(v + "/thumbnail?path=a/two.txt").outcome()).isEqualTo("404 no-thumbnail");
        var content = olga.get(v + "/content?path=big.bin", "Range", "bytes=1000-1999")
                .expect(206);
        assertThat(content.bytes()).isEqualTo(Arrays.copyOfRange(large, 1000, 2000));
        assertThat(olga.get(d + "/preview")
                        .expect(200)
                        .json()
                        .at("/statistics/labels/CLASSIFICATION/cat")
                        .longValue())
                .isEqualTo(1);

        var zip = olga.get(v + "/zip").expect(200);
        assertThat(zip.header("Content-Length")).isEqualTo(String.valueOf(zip.bytes().length));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
            assertThat(in.getNextEntry().getName()).isEqualTo("a/b/three.txt");
            assertThat(in.readAllBytes()).asString().isEqualTo("drei");
            assertThat(in.getNextEntry().getName()).isEqualTo("a/one.png");
            assertThat(in.readAllBytes()).isEqualTo(picture);
        }
        olga.delete(d + "?name=" + Caller.q("Cats 1.0")).expect(204);
        assertThat(olga.get(d).outcome()).isEqualTo("404 not-found");
    }

    static byte[] picture(int width, int height) throws Exception {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(width);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
