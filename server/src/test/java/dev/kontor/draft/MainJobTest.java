package dev.kontor.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of a dataset from its creation to the download of a version. */
@Specification
class MainJobTest {
    @Autowired
    Stage stage;

    @Test
    void fillsADatasetAndReadsItBack() throws Exception {
        Client olga = stage.stranger("Olga");
        UUID workspace = olga.post("workspaces", Map.of("name", "Acme")).ok().id();
        UUID project = olga.post("workspaces/" + workspace + "/projects", Map.of("name", "Cats"))
                .ok()
                .id();
        Answer made = olga.post("projects/" + project + "/datasets", Map.of("name", "Cats 1.0"))
                .says("201");
        String d = "datasets/" + made.id();
        assertThat(made.at("/level")).isEqualTo("OWNER");
        assertThat(olga.get(d + "/versions/main/items").ok().items()).isEmpty();

        String draft =
                d + "/drafts/" + olga.post(d + "/drafts", Map.of()).says("201").at("/number");
        olga.post(d + "/drafts", Map.of()).says("200");
        olga.post(draft + "/commit", Map.of("message", "first")).says("409 nothing-to-commit");
        olga.put(draft + "/catalog", "{\"CLASSIFICATION\": {\"categories\": [{\"name\": \"cat\"}]}, \"BOX2D\": {}}")
                .says("204");
        byte[] picture = picture(300, 200);
        byte[] large = bytes(200_000);
        Answer staged = new Upload()
                .file("a/one.png", picture, "{\"CLASSIFICATION\": {\"category\": \"cat\"}}")
                .file("a/two.txt", text("zwei"))
                .file("a/b/three.txt", text("drei"), "{\"CLASSIFICATION\": {\"category\": \"dog\"}}")
                .file("../four.txt", text("vier"))
                .file("z.txt", new byte[0])
                .to(olga, draft);
        assertThat(staged.json().get("outcomes").findValuesAsString("outcome"))
                .containsExactly("STAGED", "STAGED", "STAGED", "REFUSED", "STAGED");
        assertThat(staged.at("/outcomes/2/unknown/0")).isEqualTo("CLASSIFICATION dog");
        olga.put(draft + "/item?path=big.bin", large).says("200");
        assertThat(olga.get(draft).ok().at("/added")).isEqualTo("5");
        assertThat(olga.get(draft + "/changes").ok().items("/path"))
                .containsExactly("a/b/three.txt", "a/one.png", "a/two.txt", "big.bin", "z.txt");

        Answer version =
                olga.post(draft + "/commit", Map.of("message", "first")).says("201");
        assertThat(version.at("/items")).isEqualTo("5");
        assertThat(olga.get(d).ok().at("/cover")).isEqualTo("a/one.png");
        assertThat(olga.get(d).ok().json().get("draft").isNull()).isTrue();
        reads(olga, d, d + "/versions/" + version.id(), picture, large);
        olga.delete(d + "?name=Cats+1.0").says("204");
        olga.get(d).says("404 not-found");
    }

    private static void reads(Client olga, String d, String v, byte[] picture, byte[] large) throws Exception {
        assertThat(olga.get(v + "/folder").ok().json().get("folders").findValuesAsString("path"))
                .containsExactly("a/");
        Answer folder = olga.get(v + "/folder?prefix=a/").ok();
        assertThat(folder.json().get("folders").findValuesAsString("name")).containsExactly("b");
        assertThat(folder.items("/path")).containsExactly("a/one.png", "a/two.txt");
        Answer item = olga.get(v + "/item?path=a/one.png").ok();
        assertThat(item.at("/previous")).isEqualTo("a/b/three.txt");
        assertThat(item.at("/next")).isEqualTo("a/two.txt");
        assertThat(item.at("/labels/CLASSIFICATION/category")).isEqualTo("cat");
        assertThat(item.at("/picture/width")).isEqualTo("300");
        Answer thumbnail = olga.get(v + "/thumbnail?path=a/one.png&size=128").ok();
        assertThat(ImageIO.read(new ByteArrayInputStream(thumbnail.bytes())).getWidth())
                .isEqualTo(128);
        olga.get(v + "/thumbnail?path=a/two.txt").says("404 no-thumbnail");
        Answer part = olga.send("GET", v + "/content?path=big.bin", null, Map.of("Range", "bytes=1000-1999"))
                .says("206");
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(large, 1000, 2000));
        assertThat(olga.get(d + "/preview").ok().at("/statistics/labels/CLASSIFICATION/cat"))
                .isEqualTo("1");
        Answer zip = olga.get(v + "/zip").ok();
        assertThat(zip.header("Content-Length")).isEqualTo(String.valueOf(zip.bytes().length));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
            assertThat(in.getNextEntry().getName()).isEqualTo("a/b/three.txt");
            assertThat(in.readAllBytes()).asString().isEqualTo("drei");
            assertThat(in.getNextEntry().getName()).isEqualTo("a/one.png");
            assertThat(in.readAllBytes()).isEqualTo(picture);
        }
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
