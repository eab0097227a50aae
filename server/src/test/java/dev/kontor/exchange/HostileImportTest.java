package dev.kontor.exchange;

import static dev.kontor.exchange.Gallery.CATALOG;
import static dev.kontor.exchange.Gallery.COCO;
import static dev.kontor.exchange.Gallery.text;
import static dev.kontor.exchange.Gallery.zip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that are broken or made to hurt: what is wrong is told with its place, and nothing is half done. */
@Specification
class HostileImportTest {
    @Autowired
    Stage stage;

    Gallery gallery;

    @BeforeAll
    void fill() {
        gallery = Gallery.of(stage);
    }

    @Test
    void brokenFilesChangeNothing() {
        String draft = gallery.filled("Broken", CATALOG);
        String cut = COCO.substring(0, COCO.length() - 40);
        String deep = "{\"images\": " + "[".repeat(5_000);
        Map<byte[], String> broken = Map.of(
                text(cut), "malformed",
                text(deep), "malformed",
                text("{\"images\": {}}"), "unacceptable",
                text("{\"images\": [" + "1".repeat(5_000) + "]}"), "malformed",
                zip(Map.of("labels/one.txt", text("0 0.5 0.5 1 1"))), "unacceptable",
                zip(Map.of("data.yaml", text("names: *x"))), "unacceptable",
                zip(Map.of("data.yaml", text("names: !!javax.script.ScriptEngineManager []"))), "unacceptable",
                java.util.Arrays.copyOf(zip(Map.of("Annotations/one.xml", text("<annotation/>"))), 40), "malformed");
        broken.forEach((body, reason) -> {
            Answer answer = gallery.reads(draft, body[0] == '{' ? "format=COCO" : "", body);
            assertThat(answer.status() == 201 ? answer.at("/reason") : answer.at("/code"))
                    .as(answer.text())
                    .isEqualTo(reason);
        });
        gallery.reads(draft, "", text("what is this")).says("422 unacceptable");
        gallery.reads(draft, "", new byte[0]).says("422 unacceptable");
        gallery.reads(draft, "folder=../out", text(COCO)).says("422 bad-path");
        gallery.reads(draft, "format=TFRECORD", text(COCO)).says("422 wrong-type");
        assertThat(gallery.owner().get(draft + "/changes").ok().items()).isEmpty();
    }

    @Test
    void whatIsWrongInLinesIsTold() {
        String draft = gallery.filled("Lines", CATALOG);
        Answer answer = gallery.reads(draft, "format=JSON_LINES", text("""
            {"kontor": 1, "catalog": {"NO_TYPE": {}}}
            no json
            {"path": "one.png", "labels": {"BOX2D": [{"box2d": {"xmin": 9, "ymin": 0, "xmax": 1, "ymax": 1}}]}}
            {"path": "two.png", "labels": {"BOX2D": [{"box2d": {"xmin": 0, "ymin": 0, "xmax": 1, "ymax": 1}, "category": "dog"}]}, "metadata": {"a": 1.5}}
            {"path": "../two.png", "labels": {}}
            {"path": "two.png", "path": "one.png"}
            {"path": "x\\u0000.png"}
            {"path": "words.txt", "labels": []}
            {"path": "words.txt", "metadata": {"a": "\\u0000"}}
            {"path": "nowhere.png", "labels": {}}
            [1, 2]
            """)).says("201");
        assertThat(answer.at("/state")).as(answer.text()).isEqualTo("DONE");
        assertThat(answer.json().get("problems").findValuesAsString("place"))
                .containsExactlyInAnyOrder(
                        "line 1",
                        "line 2",
                        "line 5",
                        "line 6",
                        "line 7",
                        "line 8",
                        "line 9",
                        "line 11",
                        "nowhere.png",
                        "one.png");
        assertThat(gallery.labels(draft, "two.png")).contains("dog");
        assertThat(answer.texts("/unknown")).containsExactly("BOX2D dog");
    }

    @Test
    void pascalVocWithoutEntities() {
        String draft = gallery.filled("Voc", CATALOG);
        String one = """
            <annotation><folder>VOC2012</folder><filename>one.png</filename><owner><name>x</name></owner>
              <object><name>cat</name><pose>Left</pose><truncated>0</truncated><difficult>1</difficult>
                <bndbox><xmin>1</xmin><ymin>2.5</ymin><xmax>30</xmax><ymax>40</ymax></bndbox>
                <part><name>head</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></part></object>
              <object><name>cat</name><bndbox><xmin>x</xmin></bndbox></object>
            </annotation>\
            """;
        String laughs = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b"
                + " \"&a;&a;&a;\">]><annotation><filename>&b;</filename></annotation>";
        String outside = "<!DOCTYPE a [<!ENTITY x SYSTEM"
            + " \"file:///etc/passwd\">]><annotation><filename>two.png</filename><object><name>&x;</name></object></annotation>";
        Answer answer = gallery.reads(
                        draft,
                        "",
                        zip(new TreeMap<>(Map.of(
                                "Annotations/one.xml", text(one),
                                "Annotations/laughs.xml", text(laughs),
                                "Annotations/outside.xml", text(outside),
                                "Annotations/broken.xml", text("<annotation><filename>two.png"),
                                "Annotations/none.xml", text("<annotation/>"),
                                "Annotations/other.xml", text("<html/>"),
                                "Annotations/up.xml",
                                        text("<annotation><filename>../../two.png</filename></annotation>")))))
                .says("201");
        assertThat(answer.at("/state")).as(answer.text()).isEqualTo("DONE");
        assertThat(gallery.labels(draft, "one.png"))
                .isEqualTo(
                        "{\"BOX2D\":[{\"box2d\":{\"xmax\":30,\"xmin\":1,\"ymax\":40,\"ymin\":2.5},\"category\":\"cat\","
                                + "\"attributes\":{\"pose\":\"Left\",\"difficult\":true}}]}");
        assertThat(answer.text()).doesNotContain("root:").contains("object 2: xmin: is a number", "object/part");
        assertThat(answer.json().get("problems").findValuesAsString("place"))
                .contains(
                        "Annotations/laughs.xml",
                        "Annotations/outside.xml",
                        "Annotations/broken.xml",
                        "Annotations/none.xml",
                        "Annotations/other.xml");
    }

    @Test
    void bombsGoOffBeforeAnythingChanges() {
        String draft = gallery.filled("Bomb", CATALOG);
        Map<String, byte[]> files = new TreeMap<>(Map.of(
                "data.yaml", text("names: [cat]"),
                "labels/one.txt", text("0 0.5 0.5 1 1"),
                "zeros.bin", new byte[90 << 20]));
        Answer answer = gallery.reads(draft, "", zip(files)).says("201");
        assertThat(answer.at("/state")).isEqualTo("STOPPED");
        assertThat(answer.at("/reason")).isEqualTo("archive-bomb");
        assertThat(gallery.owner().get(draft + "/changes").ok().items()).isEmpty();
        // many anchors in a small YAML
        String laughs = "a: &a [x, x, x, x, x, x, x, x]\n"
                + java.util.stream.IntStream.range(1, 20)
                        .mapToObj(i -> "%c: &%c [*%c, *%c, *%c, *%c]%n"
                                .formatted('a' + i, 'a' + i, 'a' + i - 1, 'a' + i - 1, 'a' + i - 1, 'a' + i - 1))
                        .collect(java.util.stream.Collectors.joining())
                + "names: [cat]";
        assertThat(gallery.reads(draft, "", zip(Map.of("data.yaml", text(laughs))))
                        .at("/reason"))
                .isEqualTo("unacceptable");
    }

    @Test
    void whatRefersToItselfIsRefused() {
        String draft = gallery.filled("Anchors", CATALOG);
        for (String yaml : java.util.List.of(
                "names: &a [cat, *a]",
                "a: &a {b: &b [*a]}\nnames: [cat]\nc: *b",
                "a: &a {b: &b [*a]}\nnames: *b",
                "names: [[cat]]",
                "a: &a {<<: *a}\nnames: [cat]")) {
            assertThat(gallery.reads(draft, "", zip(Map.of("data.yaml", text(yaml))))
                            .at("/reason"))
                    .as(yaml)
                    .isEqualTo("unacceptable");
        }
    }

    @Test
    void anXmlOfOnePictureIsNoLargerThanLabelsOfOneCanBe() {
        String draft = gallery.filled("Large XML", CATALOG);
        String object = "<object><name>cat</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax>"
                + "</bndbox></object>";
        String large = "<annotation><filename>one.png</filename>" + object.repeat(45_000) + "</annotation>";
        Answer answer = gallery.reads(draft, "", zip(Map.of("Annotations/one.xml", text(large))))
                .says("201");
        assertThat(answer.text()).contains("At most 4 MiB of XML are taken here");
        assertThat(gallery.owner().get(draft + "/changes").ok().items()).isEmpty();
    }

    @Test
    void oneAtATimeIntoADraftAndFewOfAPerson() {
        String first = gallery.filled("One", CATALOG);
        String second = gallery.filled("Two", CATALOG);
        UUID id = gallery.reads(first, "", text(COCO)).says("201").id();
        running(id);
        gallery.reads(first, "", text(COCO)).says("409 labels-coming-in");
        Map<String, UUID> all = new TreeMap<>(Map.of(first, id));
        for (int i = 0; i < 3; i++) {
            String draft = gallery.filled("More " + i, CATALOG);
            all.put(draft, gallery.reads(draft, "", text(COCO)).says("201").id());
        }
        all.values().forEach(this::running);
        Answer refused = gallery.reads(second, "", text(COCO)).says("409 too-many-imports");
        assertThat(refused.at("/detail")).startsWith("4 imports of yours");
        all.forEach((draft, one) ->
                gallery.owner().delete(draft + "/imports/" + one).ok());
        gallery.reads(second, "", text(COCO)).says("201");
    }

    /** As one is whose node ended. */
    private void running(UUID id) {
        stage.sql()
                .execute(
                        "update import set state = 'RUNNING', ended_at = null where id = {0}",
                        org.jooq.impl.DSL.val(id));
    }

    @Test
    void noMoreIsUnpackedThanIsSaid() {
        Source bomb = new Source(
                () -> new java.io.ByteArrayInputStream(
                        zip(new TreeMap<>(Map.of("a.json", new byte[600], "b.json", new byte[600])))),
                org.springframework.util.unit.DataSize.ofBytes(1_000));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> bomb.each((name, in) -> in.readAllBytes().length > 0))
                .isInstanceOfSatisfying(
                        dev.kontor.web.Refused.class,
                        e -> assertThat(e.refusal().code()).isEqualTo("too-large"));
    }
}
