package dev.kontor.exchange;

import static dev.kontor.exchange.Gallery.files;
import static dev.kontor.exchange.Gallery.json;
import static dev.kontor.exchange.Gallery.losses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** O-19: versions in the usual formats, and a report of what those cannot carry. */
@Specification
class ExportTest {
    private static final String CATALOG = """
        {"BOX2D": {"categories": [{"name": "cat"}, {"name": "dog \\"x\\""}], "attributes": [{"name": "truncated", "type": "boolean"}]},
         "POLYGON": {"categories": [{"name": "lawn"}]}, "SENTENCE": {}, "KEYPOINTS2D": {"categories": [{"name": "person"}]}}\
        """;

    @Autowired
    Stage stage;

    @TempDir
    Path folder;

    Gallery gallery;

    @BeforeAll
    void fill() {
        gallery = Gallery.of(stage)
                .with(
                        CATALOG,
                        Map.of(
                                "a/one.png",
                                """
                                {"BOX2D": [{"box2d": {"xmin": 10.1, "ymin": 20, "xmax": 30.3, "ymax": 60}, "category": "cat",
                                    "attributes": {"truncated": true, "colour": "red"}, "instance": "i"},
                                  {"box2d": {"xmin": 90, "ymin": 70, "xmax": 120, "ymax": 75}, "category": "unheard of"},
                                  {"box2d": {"xmin": 0, "ymin": 0, "xmax": 1, "ymax": 1}}],
                                 "POLYGON": [{"polygon": [{"x": 0, "y": 0}, {"x": 50, "y": 0}, {"x": 50, "y": 40}], "category": "lawn"}],
                                 "KEYPOINTS2D": [{"keypoints2d": [{"x": 5, "y": 6, "v": 1}, {"x": 7, "y": 8}], "category": "person"}],
                                 "SENTENCE": [{"sentence": [{"text": "hello"}]}]}\
                                """,
                                "a/one.x.png",
                                "{}",
                                "a/two.PNG",
                                "{}",
                                "a/two.png",
                                "{}",
                                "noending",
                                "{}",
                                "words.txt",
                                "{\"SENTENCE\": [{\"sentence\": [{\"text\": \"hello\"}]}]}"));
    }

    private JsonNode report(Map<String, byte[]> files) {
        return json(files.get("report.json"));
    }

    @Test
    void jsonLinesCarryEverything() {
        Answer answer = gallery.export("format=JSON_LINES");
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(answer.header("Content-Disposition")).contains("Day-v1.jsonl");
        List<String> lines = answer.text().lines().toList();
        assertThat(lines).hasSize(7);
        JsonNode head = json(lines.getFirst().getBytes(StandardCharsets.UTF_8));
        assertThat(head.get("kontor").asInt()).isEqualTo(1);
        assertThat(head.get("catalog")).isEqualTo(Gallery.JSON.readTree(CATALOG));
        JsonNode one = json(lines.get(1).getBytes(StandardCharsets.UTF_8));
        JsonNode item = gallery.owner()
                .get(gallery.at() + "/versions/main/item?path=a/one.png")
                .ok()
                .json();
        for (String field : List.of("path", "digest", "size", "mediaType", "labels", "metadata")) {
            assertThat(one.get(field)).as(field).isEqualTo(item.get(field));
        }
        Map<String, byte[]> files = files(gallery.export("images=true").bytes());
        assertThat(files).hasSize(8).containsKey("items/words.txt");
        assertThat(new String(files.get("items.jsonl"), StandardCharsets.UTF_8)).isEqualTo(answer.text());
        assertThat(report(files).get("lost")).isEmpty();
    }

    @Test
    void cocoHasPicturesAnnotationsAndCategories() throws Exception {
        Answer answer = gallery.export("format=COCO&images=true");
        Map<String, byte[]> files = files(answer.bytes());
        assertThat(files.get("images/a/one.png")).isEqualTo(Gallery.png("a/one.png"));
        JsonNode coco = json(files.get("annotations.json"));
        assertThat(coco.get("images").findValuesAsString("file_name"))
                .containsExactly("a/one.png", "a/one.x.png", "a/two.PNG", "a/two.png", "noending");
        JsonNode box = coco.at("/annotations/0");
        assertThat(box.get("bbox").toString()).isEqualTo("[10.1,20,20.2,40]");
        assertThat(box.get("attributes").get("colour").asString()).isEqualTo("red");
        assertThat(coco.at("/annotations/2/segmentation").toString()).isEqualTo("[[0,0,50,0,50,40]]");
        assertThat(coco.at("/annotations/2/area").asDouble()).isEqualTo(1000);
        assertThat(coco.at("/annotations/3/keypoints").toString()).isEqualTo("[5,6,1,7,8,2]");
        assertThat(coco.get("categories").findValuesAsString("name"))
                .containsExactly("cat", "dog \"x\"", "lawn", "person", "unheard of");
        assertThat(losses(report(files)))
                .containsExactly(
                        "NOT_A_PICTURE 1",
                        "LABEL_TYPE SENTENCE 1",
                        "NO_CATEGORY BOX2D 1",
                        "INSTANCE BOX2D 1",
                        "VISIBILITY 1",
                        "CATALOG 1");
        // and with a reader that goes by the directory
        Path zip = folder.resolve("coco.zip");
        Files.write(zip, answer.bytes());
        try (ZipFile read = new ZipFile(zip.toFile())) {
            assertThat(read.size()).isEqualTo(files.size());
            assertThat(read.getInputStream(read.getEntry("images/noending")).readAllBytes())
                    .isEqualTo(Gallery.png("noending"));
        }
    }

    @Test
    void yoloHasATextForEachPicture() {
        Map<String, byte[]> files = files(gallery.export("format=YOLO").bytes());
        assertThat(files.keySet())
                .containsExactly(
                        "data.yaml", "labels/a/one.txt", "labels/a/one.x.txt", "labels/a/two.txt", "report.json");
        assertThat(new String(files.get("labels/a/one.txt"), StandardCharsets.UTF_8))
                .isEqualTo("""
                    0 0.202 0.5 0.202 0.5
                    2 0.95 0.90625 0.1 0.0625
                    """);
        assertThat(new String(files.get("data.yaml"), StandardCharsets.UTF_8))
                .contains("nc: 3", "0: \"cat\"", "1: \"dog \\\"x\\\"\"", "2: \"unheard of\"");
        assertThat(losses(report(files)))
                .containsExactly(
                        "NOT_A_PICTURE 1",
                        "NAME 2",
                        "LABEL_TYPE KEYPOINTS2D 1",
                        "LABEL_TYPE POLYGON 1",
                        "LABEL_TYPE SENTENCE 1",
                        "NO_CATEGORY BOX2D 1",
                        "ATTRIBUTE colour 1",
                        "ATTRIBUTE truncated 1",
                        "INSTANCE BOX2D 1",
                        "OUTSIDE 1",
                        "CATALOG 1");
        Map<String, byte[]> poses =
                files(gallery.export("format=YOLO&task=POSE").bytes());
        assertThat(new String(poses.get("labels/a/one.txt"), StandardCharsets.UTF_8))
                .isEqualTo("0 0.06 0.0875 0.02 0.025 0.05 0.075 1 0.07 0.1 2\n");
        assertThat(new String(poses.get("data.yaml"), StandardCharsets.UTF_8)).contains("kpt_shape: [2, 3]");
        Map<String, byte[]> areas =
                files(gallery.export("format=YOLO&task=SEGMENT").bytes());
        assertThat(new String(areas.get("labels/a/one.txt"), StandardCharsets.UTF_8))
                .isEqualTo("0 0 0 0.5 0 0.5 0.5\n");
    }

    @Test
    void pascalVocHasAnXmlForEachPicture() {
        Map<String, byte[]> files =
                files(gallery.export("format=PASCAL_VOC&images=true").bytes());
        assertThat(files).containsKeys("JPEGImages/a/one.png", "Annotations/a/one.x.xml");
        assertThat(new String(files.get("Annotations/a/one.xml"), StandardCharsets.UTF_8))
                .contains(
                        "<folder>a</folder><filename>one.png</filename>",
                        "<width>100</width><height>80</height>",
                        "<name>cat</name><pose>Unspecified</pose><truncated>1</truncated>",
                        "<xmin>10.1</xmin><ymin>20</ymin><xmax>30.3</xmax>");
        assertThat(losses(report(files)))
                .contains("NAME 2", "ATTRIBUTE colour 1")
                .doesNotContain("ATTRIBUTE truncated 1");
    }

    @Test
    void whatAFormatCannotCarryIsToldBeforehand() {
        String report = gallery.at() + "/versions/main/export/report";
        assertThat(gallery.owner().get(report).ok().json().get("lost")).isEmpty();
        Answer yolo = gallery.owner().get(report + "?format=YOLO").ok();
        assertThat(yolo.at("/task")).isEqualTo("DETECT");
        assertThat(losses(yolo.json()))
                .contains(
                        "NOT_A_PICTURE 1",
                        "LABEL_TYPE SENTENCE 2",
                        "NO_CATEGORY BOX2D 1",
                        "ATTRIBUTE colour 1",
                        "METADATA");
        assertThat(gallery.owner().get(report + "?format=COCO").ok().observed().statements())
                .isLessThanOrEqualTo(4);
    }

    @Test
    void draftsAndNothingAreNotExported() {
        String versions = gallery.at() + "/versions/";
        String draft = gallery.draft();
        gallery.owner()
                .get(versions + "draft-" + draft.substring(draft.lastIndexOf('/') + 1) + "/export")
                .says("422 unacceptable");
        gallery.owner().get(versions + "main/export?format=TFRECORD").says("422 wrong-type");
        Gallery empty = gallery.another("Empty");
        empty.owner().get(empty.at() + "/versions/main/export").says("409 no-version");
        empty.owner().get(empty.at() + "/versions/main/export/report").says("409 no-version");
    }

    @Test
    void whoMayReadMayExport() {
        Cast cast = stage.cast();
        UUID id = cast.pia
                .post("projects/" + cast.streets + "/datasets", Map.of("name", "Closed", "visibility", "PRIVATE"))
                .ok()
                .id();
        new Gallery(cast.pia, cast.streets, id).with("{}", Map.of("one.png", "{}"));
        String export = "datasets/" + id + "/versions/main/export";
        cast.sam.get(export).says("404 not-found");
        cast.sam.get(export + "/report").says("404 not-found");
        cast.olga.get(export).says("200");
        cast.ann.get(export).says("403 forbidden");
        cast.pia
                .put("datasets/" + id + "/members/" + cast.ann.id(), Map.of("level", "VIEWER"))
                .ok();
        cast.ann.get(export).says("200");
        stage.withNewKey(cast.ann, List.of(), List.of()).get(export).says("403 forbidden");
        assertThat(cast.olga
                        .get(cast.at("activity?kind=dataset.labels-exported"))
                        .ok()
                        .items("/object/id"))
                .contains(id.toString());
    }
}
