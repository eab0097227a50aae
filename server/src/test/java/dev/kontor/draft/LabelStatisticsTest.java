package dev.kontor.draft;

import static dev.kontor.draft.Playground.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Section 7: statistics per version of labels by type, category and attribute, kept up to date by commits. */
@Specification
class LabelStatisticsTest {
    private static final String CATALOG = """
        {"CLASSIFICATION": {}, "POLYGON": {"attributes": [{"name": "colour"}]}, "KEYPOINTS2D": {}}\
        """;

    @Autowired
    Stage stage;

    Playground at;
    Client olga;

    @BeforeAll
    void dataset() {
        at = Playground.of(stage);
        olga = at.owner();
    }

    @Test
    void countsTypesCategoriesAndAttributesThroughChanges() {
        String draft = at.draft();
        olga.put(draft + "/catalog", CATALOG).ok();
        new Upload()
                .file("a.txt", text("a"), labels("cat", "red", "true"))
                .file("b.txt", text("b"), labels("cat", "blue", "3.5"))
                .file("c.txt", text("c"), labels("dog", "red", "\"" + "x".repeat(81) + "\""))
                .to(olga, draft);
        at.commit(draft);
        assertThat(statistics().at("/labels/CLASSIFICATION")).isEqualTo(json("{\"cat\":2,\"dog\":1}"));
        assertThat(statistics().at("/labels/POLYGON")).isEqualTo(json("{\"\":6}"));
        assertThat(statistics().at("/attributes/POLYGON/colour")).isEqualTo(json("{\"blue\":2,\"red\":4}"));
        assertThat(statistics().at("/attributes/CLASSIFICATION/v")).isEqualTo(json("{\"\":2,\"true\":1}"));

        draft = at.draft();
        olga.delete(draft + "/item?path=c.txt").ok();
        new Upload().file("b.txt", text("b"), labels("dog", "green", "null")).to(olga, draft);
        at.commit(draft);
        assertThat(statistics().at("/labels/CLASSIFICATION")).isEqualTo(json("{\"cat\":1,\"dog\":1}"));
        assertThat(statistics().at("/attributes/POLYGON/colour")).isEqualTo(json("{\"green\":2,\"red\":2}"));
        assertThat(statistics().at("/attributes/CLASSIFICATION/v")).isEqualTo(json("{\"null\":1,\"true\":1}"));

        draft = at.draft();
        olga.delete(draft + "/item?path=a.txt").ok();
        olga.delete(draft + "/item?path=b.txt").ok();
        at.commit(draft);
        assertThat(statistics()).isEqualTo(json("{\"labels\":{},\"attributes\":{},\"mediaTypes\":{}}"));
    }

    @Test
    void countsValuesBeyondAHundredTogether() {
        List<Statistics.Entry> many = IntStream.range(0, 150)
                .mapToObj(i -> new Statistics.Entry("attributes", "BOX2D", "id", "v" + i, 1))
                .toList();
        String after = Statistics.after("{}", many);
        assertThat(after).contains("\"v99\":1").contains("\"\":50").doesNotContain("v100");
        List<Statistics.Entry> gone = many.stream()
                .map(e -> new Statistics.Entry(e.what(), e.type(), e.attribute(), e.name(), -1))
                .toList();
        assertThat(Statistics.after(after, gone)).isEqualTo(Statistics.after("{}", List.of()));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private JsonNode statistics() {
        return olga.get(at.at() + "/preview").ok().json().get("statistics");
    }

    private static String labels(String category, String colour, String value) {
        String polygon = "{\"polygon\": [{\"x\": 1, \"y\": 1}, {\"x\": 2, \"y\": 1}, {\"x\": 2, \"y\": 2}],"
                + " \"attributes\": {\"colour\": \"%s\"}}".formatted(colour);
        return Map.of(
                        "CLASSIFICATION",
                        "{\"category\": \"%s\", \"attributes\": {\"v\": %s}}".formatted(category, value),
                        "POLYGON",
                        "[" + polygon + ", " + polygon + "]")
                .entrySet()
                .stream()
                .map(e -> "\"" + e.getKey() + "\": " + e.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
