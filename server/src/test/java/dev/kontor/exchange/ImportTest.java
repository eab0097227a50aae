package dev.kontor.exchange;

import static dev.kontor.exchange.Gallery.text;
import static dev.kontor.exchange.Gallery.zip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.storage.SweptMeanwhile;
import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** O-19: labels from files in the usual formats; what is wrong with a file is told, and nothing is half done. */
@Specification
class ImportTest {
    @Autowired
    Stage stage;

    @Autowired
    ApplicationContext context;

    Gallery gallery;

    @BeforeAll
    void fill() {
        gallery = Gallery.of(stage);
    }

    @Test
    void cocoInAnyOrderWithWhatIsWrongTold() {
        String draft = gallery.filled("Coco", Gallery.CATALOG);
        Answer answer = gallery.reads(draft, "", text(Gallery.COCO)).says("201");
        assertThat(answer.at("/state")).as(answer.text()).isEqualTo("DONE");
        assertThat(answer.at("/format")).isEqualTo("COCO");
        assertThat(gallery.labels(draft, "one.png"))
                .isEqualTo(
                        "{\"BOX2D\":[{\"box2d\":{\"xmax\":11.5,\"xmin\":1,\"ymax\":22,\"ymin\":2},\"category\":\"cat\"}],"
                            + "\"POLYGON\":[{\"polygon\":[{\"x\":0,\"y\":0},{\"x\":5,\"y\":0},{\"x\":5,\"y\":5}],\"category\":\"cat\"}]}");
        assertThat(gallery.labels(draft, "two.png")).isEqualTo("{\"RLE\":[{\"rle\":[0,3,2,3],\"category\":\"cat\"}]}");
        assertThat(answer.json().get("problems").findValuesAsString("place"))
                .containsExactlyInAnyOrder(
                        "annotation 5",
                        "annotation 6",
                        "image 4",
                        "image 5",
                        "annotations",
                        "annotations",
                        "99",
                        "one.png",
                        "nowhere.png");
        assertThat(answer.text())
                .contains("caption", "1 boxes around areas", "no segment '.' or '..'", "does not name: 9");
        assertThat(answer.at("/counts/items")).isEqualTo("2");
        assertThat(answer.at("/counts/problems")).isEqualTo("9");
        // again: nothing changes
        assertThat(gallery.reads(draft, "", text(Gallery.COCO)).ok().at("/counts/unchanged"))
                .isEqualTo("2");
        // the boxes as well
        gallery.reads(draft, "boxes=true", text(Gallery.COCO)).ok();
        assertThat(gallery.labels(draft, "one.png")).contains("\"xmax\":4,");
    }

    @Test
    void whatTheFileDoesNotSpeakOfStays() {
        String draft = gallery.filled("Stays", Gallery.CATALOG);
        gallery.owner().patch(draft + "/item?path=one.png", """
            {"labels": {"BOX2D": [{"box2d": {"xmin": 0, "ymin": 0, "xmax": 1, "ymax": 1}}],
                "SENTENCE": [{"sentence": [{"text": "hello"}]}]}, "metadata": {"a": 1}}\
            """).ok();
        gallery.reads(draft, "format=COCO", text("""
            {"images": [{"id": 1, "file_name": "one.png"}, {"id": 2, "file_name": "two.png"}], "categories": [{"id": 1, "name": "cat"}],
             "annotations": [{"image_id": 2, "category_id": 1, "bbox": [1, 2, 3, 4]}]}\
            """)).ok();
        assertThat(gallery.labels(draft, "one.png"))
                .isEqualTo("{\"SENTENCE\":[{\"sentence\":[{\"text\":\"hello\"}]}]}");
        gallery.reads(draft, "", text("{\"path\": \"one.png\", \"labels\": null}\n"))
                .ok();
        assertThat(gallery.labels(draft, "one.png")).isEqualTo("null");
        assertThat(gallery.owner().get(draft + "/changes").ok().items("/path")).contains("one.png", "two.png");
    }

    @Test
    void linesDeclareWhatTheyUse() {
        String draft = gallery.filled("Declaring lines", "{}");
        byte[] line = text("{\"path\": \"one.png\", \"labels\": {\"CLASSIFICATION\": {\"category\": \"day\"}}}");
        assertThat(gallery.reads(draft, "", line).ok().at("/reason")).isEqualTo("label-type-not-in-catalog");
        Answer declared = gallery.reads(draft, "declare=true", line).ok();
        assertThat(declared.at("/state")).as(declared.text()).isEqualTo("DONE");
        assertThat(declared.texts("/unknown")).isEmpty();
    }

    @Test
    void aTypeThatIsNotDeclaredStopsItBeforeAnythingChanges() {
        String draft = gallery.filled("Undeclared", "{\"POLYGON\": {}}");
        Answer stopped = gallery.reads(draft, "", text(Gallery.COCO)).says("201");
        assertThat(stopped.at("/state")).isEqualTo("STOPPED");
        assertThat(stopped.at("/reason")).isEqualTo("label-type-not-in-catalog");
        assertThat(stopped.at("/detail")).contains("BOX2D, RLE");
        assertThat(gallery.owner().get(draft + "/changes").ok().items()).isEmpty();
        Answer declared =
                gallery.reads(draft, "declare=true", text(Gallery.COCO)).says("201");
        assertThat(declared.at("/state")).as(declared.text()).isEqualTo("DONE");
        String at = draft.substring(0, draft.indexOf("/drafts"));
        assertThat(gallery.owner()
                        .get(at + "/versions/draft-" + draft.substring(draft.lastIndexOf('/') + 1) + "/catalog")
                        .ok()
                        .json()
                        .at("/BOX2D/categories/0/name")
                        .asString())
                .isEqualTo("cat");
    }

    @Test
    void yoloInThePixelsOfThePicture() {
        String draft = gallery.filled("Yolo", Gallery.CATALOG);
        Map<String, byte[]> files = new TreeMap<>(Map.of(
                "set/data.yaml",
                text("names: [cat, 'lawn']\nkpt_shape: [3, 3]"),
                "set/labels/one.txt",
                text("""
                    0 0.5 0.5 0.25 0.5
                    1 0 0 0.5 0 0.5 0.5
                    2 0.5 0.5 1 1
                    0 0.5 0.5 1.5 1
                    0 0.5 nan 1 1
                    0 1 2 3 4 5 6 7 8 9 0 1
                    0 0.5
                    """),
                "set/labels/gone.txt",
                text("0 0.5 0.5 1 1"),
                "set/train.txt",
                text("images/one.png")));
        Answer answer = gallery.reads(draft, "folder=", zip(files)).says("201");
        assertThat(answer.at("/format")).isEqualTo("YOLO");
        assertThat(gallery.labels(draft, "one.png")).isEqualTo("{}");
        // where the set's own folder is not the dataset's
        files = new TreeMap<>(Map.of(
                "data.yaml", files.get("set/data.yaml"),
                "labels/one.txt", files.get("set/labels/one.txt"),
                "labels/gone.txt", files.get("set/labels/gone.txt"),
                "labels/words.txt", text("0 0.5 0.5 1 1")));
        answer = gallery.reads(draft, "", zip(files)).says("201");
        assertThat(answer.at("/state")).as(answer.text()).isEqualTo("DONE");
        assertThat(gallery.labels(draft, "one.png"))
                .isEqualTo(
                        "{\"BOX2D\":[{\"box2d\":{\"xmax\":62.5,\"xmin\":37.5,\"ymax\":60,\"ymin\":20},\"category\":\"cat\"}],"
                            + "\"POLYGON\":[{\"polygon\":[{\"x\":0,\"y\":0},{\"x\":50,\"y\":0},{\"x\":50,\"y\":40}],\"category\":\"lawn\"}]}");
        assertThat(answer.json().get("problems").findValuesAsString("place"))
                .containsExactlyInAnyOrder(
                        "labels/one.txt, line 3",
                        "labels/one.txt, line 4",
                        "labels/one.txt, line 5",
                        "labels/one.txt, line 6",
                        "labels/one.txt, line 7",
                        "gone",
                        "words");
    }

    @Test
    void filesComeAlong() {
        Gallery empty = gallery.another("With files");
        String draft = empty.draft();
        Map<String, byte[]> files = new TreeMap<>(Map.of(
                "annotations/set.json",
                text("""
                    {"images": [{"id": 1, "file_name": "a/one.png"}], "categories": [{"id": 1, "name": "cat"}],
                     "annotations": [{"image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4]}]}\
                    """),
                "images/a/one.png",
                Gallery.png("one"),
                "images/../../out.png",
                Gallery.png("out"),
                "readme.md",
                text("about")));
        Answer answer =
                gallery.reads(draft, "declare=true&folder=in", zip(files)).says("201");
        assertThat(answer.at("/state")).as(answer.text()).isEqualTo("DONE");
        assertThat(answer.at("/counts/files")).isEqualTo("1");
        assertThat(gallery.labels(draft, "in/a/one.png")).contains("\"cat\"");
        assertThat(answer.json().get("problems").findValuesAsString("place")).containsExactly("in/../../out.png");
        assertThat(empty.owner().get(draft + "/changes").ok().items("/path")).containsExactly("in/a/one.png");
    }

    /** A sweep took a file that had just come along: the job reads it once more, as soon as that is over. */
    @Test
    void goesOnSoonWhereTheServerIsBusy() throws Exception {
        Gallery empty = gallery.another("Busy");
        String draft = empty.draft();
        byte[] large = Arrays.copyOf(Gallery.png("large"), 100_000);
        byte[] archive = zip(new TreeMap<>(Map.of(
                "annotations/set.json",
                text("{\"images\": [], \"categories\": [], \"annotations\": []}"),
                "images/large.png",
                large)));
        Answer begun =
                SweptMeanwhile.during(context, large, () -> gallery.reads(draft, "format=COCO&declare=true", archive));
        assertThat(begun.says("201").at("/state")).as(begun.text()).isEqualTo("RUNNING");
        stage.eventually(() -> Optional.of(
                        gallery.owner().get(draft + "/imports/" + begun.id()).ok())
                .filter(one -> one.at("/state").equals("DONE")));
        assertThat(empty.owner().get(draft + "/changes").ok().items("/path")).containsExactly("large.png");
    }

    @Test
    void largeFilesAreReadInTheBackground() {
        String draft = gallery.filled("Large", Gallery.CATALOG);
        StringBuilder large =
                new StringBuilder("{\"categories\": [{\"id\": 1, \"name\": \"cat\"}], \"annotations\": [");
        for (int i = 0; i < 60_000; i++) {
            large.append("{\"image_id\": %d, \"category_id\": 1, \"bbox\": [1, 2, 3, %d]},\n".formatted(i % 600, i));
        }
        large.append("{\"image_id\": 1, \"category_id\": 1, \"bbox\": [1, 2, 3, 4]}], \"images\": [");
        for (int i = 0; i < 600; i++) {
            large.append(i == 0 ? "" : ",")
                    .append("{\"id\": %d, \"file_name\": \"%s\"}".formatted(i, i == 0 ? "one.png" : "no" + i));
        }
        String padding = " ".repeat((int) StartImport.SMALL);
        Answer begun = gallery.reads(
                        draft,
                        "format=COCO",
                        text(large.append("]}").append(padding).toString()))
                .says("201");
        assertThat(begun.at("/state")).isEqualTo("RUNNING");
        assertThat(begun.texts("/can")).containsExactly("IMPORT_CANCEL");
        String at = draft + "/imports/" + begun.id();
        Answer done = stage.eventually(() -> Optional.of(gallery.owner().get(at).ok())
                .filter(answer -> !answer.at("/state").equals("RUNNING")));
        assertThat(done.at("/state")).as(done.text()).isEqualTo("DONE");
        assertThat(done.at("/counts/labels")).isEqualTo("60001");
        assertThat(done.at("/counts/problems")).isEqualTo("599");
        assertThat(gallery.labels(draft, "one.png").split("box2d")).hasSize(101);
        assertThat(gallery.owner().get(draft + "/imports").ok().items("/id")).contains(begun.at("/id"));
        // over is over
        gallery.owner().delete(at).says("204");
        assertThat(gallery.owner().get(at).ok().at("/state")).isEqualTo("DONE");
    }

    @Test
    void whoMayChangeMayImport() {
        Cast cast = stage.cast();
        UUID id = cast.pia
                .post("projects/" + cast.streets + "/datasets", Map.of("name", "Roads", "visibility", "PRIVATE"))
                .ok()
                .id();
        String drafts = "datasets/" + id + "/drafts";
        String draft = drafts + "/" + cast.pia.post(drafts, Map.of()).ok().at("/number");
        new Upload().file("one.png", Gallery.png("one")).to(cast.pia, draft).ok();
        byte[] lines = text("{\"path\": \"one.png\", \"metadata\": {\"a\": 1}}");
        Gallery.send(cast.sam, draft, "", lines).says("404 not-found");
        cast.pia
                .put("datasets/" + id + "/members/" + cast.mo.id(), Map.of("level", "USER"))
                .ok();
        Gallery.send(cast.mo, draft, "", lines).says("403 forbidden");
        String mine = draft + "/imports/"
                + Gallery.send(cast.pia, draft, "", lines).says("201").id();
        cast.mo.get(mine).says("403 forbidden");
        cast.mo.delete(mine).says("403 forbidden");
        cast.sam.get(mine).says("404 not-found");
        cast.pia
                .put("datasets/" + id + "/members/" + cast.mo.id(), Map.of("level", "EDITOR"))
                .ok();
        Gallery.send(cast.mo, draft, "", lines).says("201");
        cast.mo.get(mine).says("200");
        cast.mo.get(draft + "/imports/" + UUID.randomUUID()).says("404 not-found");
        assertThat(cast.olga
                        .get(cast.at("activity?kind=draft.import-done"))
                        .ok()
                        .items("/object/id"))
                .hasSize(2);
        cast.pia.post(draft + "/commit", Map.of("message", "done")).says("201");
        Gallery.send(cast.mo, draft, "", lines).says("409 no-draft");
        cast.pia.patch("projects/" + cast.streets, Map.of("archived", true)).ok();
        Gallery.send(cast.mo, draft, "", lines).says("409 project-archived");
    }
}
