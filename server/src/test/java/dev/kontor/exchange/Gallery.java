package dev.kontor.exchange;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dataset of pictures with labels, of somebody's own, and how it goes out and comes in. */
record Gallery(Client owner, UUID project, UUID id) {
    static final JsonMapper JSON = JsonMapper.shared();
    static final String COCO = """
        {"annotations": [
            {"id": 1, "image_id": 7, "category_id": 3, "bbox": [1, 2, 10.5, 20], "area": 5, "iscrowd": 0, "caption": "x"},
            {"id": 2, "image_id": 7, "category_id": 3, "bbox": [1, 2, 3, 4], "segmentation": [[0, 0, 5, 0, 5, 5]]},
            {"id": 3, "image_id": 7, "category_id": 9, "bbox": [1, 2, 3, 4]},
            {"id": 4, "image_id": 99, "category_id": 3, "bbox": [1, 2, 3, 4]},
            {"id": 5, "image_id": 7, "category_id": 3, "bbox": [1, 2, -3, 4]},
            {"id": 6, "image_id": 8, "category_id": 3, "bbox": [1, 2, 3]},
            {"id": 7, "image_id": 8, "category_id": 3, "segmentation": {"size": [80, 100], "counts": "0320"}, "iscrowd": 1}],
         "licenses": [{"id": [[[]]]}],
         "images": [{"id": 7, "file_name": "one.png", "width": 100, "height": 80}, {"id": 8, "file_name": "two.png"},
            {"id": 9, "file_name": "nowhere.png"}, {"id": 10, "file_name": "../out.png"}, {"id": 11}],
         "categories": [{"id": 3, "name": "cat", "supercategory": "animal"}]}\
        """;
    static final String CATALOG =
            "{\"BOX2D\": {\"categories\": [{\"name\": \"cat\"}]}, \"POLYGON\": {}, \"RLE\": {}, \"SENTENCE\": {}}";

    static Gallery of(Stage stage) {
        Client owner = stage.stranger("Olga");
        UUID workspace = owner.post("workspaces", Map.of("name", "Acme")).ok().id();
        UUID project = owner.post("workspaces/" + workspace + "/projects", Map.of("name", "Streets"))
                .ok()
                .id();
        return new Gallery(owner, project, null).another("Day");
    }

    /** Beside it, empty. */
    Gallery another(String name) {
        UUID other = owner.post("projects/" + project + "/datasets", Map.of("name", name))
                .ok()
                .id();
        return new Gallery(owner, project, other);
    }

    String at() {
        return "datasets/" + id;
    }

    String draft() {
        return at() + "/drafts/" + owner.post(at() + "/drafts", Map.of()).ok().at("/number");
    }

    void commit(String draft) {
        owner.post(draft + "/commit", Map.of("message", "so far")).says("201");
    }

    /** A version with that catalog, of pictures with those labels by path. */
    Gallery with(String catalog, Map<String, String> labels) {
        String draft = draft();
        owner.put(draft + "/catalog", catalog).says("204");
        Upload upload = new Upload();
        labels.forEach((path, json) -> upload.file(path, path.endsWith(".txt") ? path.getBytes() : png(path), json));
        upload.to(owner, draft).ok();
        commit(draft);
        return this;
    }

    /** 100 x 80, each of its own. */
    static byte[] png(String name) {
        BufferedImage image = new BufferedImage(100, 80, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, name.hashCode() & 0xffffff);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }

    Answer export(String query) {
        return owner.get(at() + "/versions/main/export?" + query).ok();
    }

    /** A draft of another dataset that declares so, has one.png, two.png and a text, and changes nothing yet; its path. */
    String filled(String name, String catalog) {
        Gallery other = another(name);
        other.with(catalog, new TreeMap<>(Map.of("one.png", "{}", "two.png", "{}", "words.txt", "{}")));
        return other.draft();
    }

    Answer reads(String draft, String query, byte[] body) {
        return send(owner, draft, query, body);
    }

    static Answer send(Client who, String draft, String query, byte[] body) {
        return who.send("POST", draft + "/imports?" + query, body, Map.of("Content-Type", "application/octet-stream"));
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What an item has in a draft. */
    String labels(String draft, String path) {
        String ref = "draft-" + draft.substring(draft.lastIndexOf('/') + 1);
        String dataset = draft.substring(0, draft.indexOf("/drafts"));
        return owner.get(dataset + "/versions/" + ref + "/item?path=" + path)
                .ok()
                .json()
                .get("labels")
                .toString();
    }

    /** The files of a zip, by path. */
    static Map<String, byte[]> files(byte[] zip) {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return files;
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }

    static JsonNode json(byte[] bytes) {
        return JSON.readTree(bytes);
    }

    /** {@code LABEL_TYPE SENTENCE 2}, one for each kind of loss. */
    static java.util.List<String> losses(JsonNode report) {
        return report.get("lost")
                .valueStream()
                .map(lost -> (lost.get("what").asString() + " "
                                + lost.path("name").asString("") + " "
                                + lost.path("count").asString(""))
                        .replace("  ", " ")
                        .strip())
                .toList();
    }
}
