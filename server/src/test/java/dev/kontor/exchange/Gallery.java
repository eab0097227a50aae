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
