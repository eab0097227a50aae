package dev.kontor.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.web.Refused;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What labels are taken under a catalog. */
class LabelsTest {
    private static final String CATALOG = """
        {"CLASSIFICATION": {"categories": [{"name": "cat"}],
            "attributes": [{"name": "indoor", "type": "boolean"}, {"name": "size", "enum": ["s", "l"]},
                           {"name": "n", "type": ["integer", "null"], "minimum": 0, "maximum": 9}]},
         "BOX2D": {"categories": [{"name": "cat"}]}, "BOX3D": {}, "POLYGON": {}, "MULTI_POLYGON": {}, "RLE": {}, "POLYLINE2D": {},
         "MULTI_POLYLINE2D": {}, "KEYPOINTS2D": {}, "SENTENCE": {}, "SEMANTIC_MASK": {}}\
        """;
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
        {}                                                                    | []
        {"CLASSIFICATION": {"category": "cat"}}                               | []
        {"CLASSIFICATION": {}}                                                | []
        {"CLASSIFICATION": {"category": "dog", "attributes": {"age": 3}}}     | [CLASSIFICATION attribute age, CLASSIFICATION dog]
        {"CLASSIFICATION": {"attributes": {"indoor": true, "size": "l", "n": null}}} | []
        {"CLASSIFICATION": {"attributes": {"indoor": "yes"}}}                 | labels.CLASSIFICATION.attributes.indoor
        {"CLASSIFICATION": {"attributes": {"size": "m"}}}                     | labels.CLASSIFICATION.attributes.size
        {"CLASSIFICATION": {"attributes": {"n": 1.5}}}                        | labels.CLASSIFICATION.attributes.n
        {"CLASSIFICATION": {"attributes": {"n": 10}}}                         | labels.CLASSIFICATION.attributes.n
        {"CLASSIFICATION": {"attributes": []}}                                | labels.CLASSIFICATION.attributes
        {"CLASSIFICATION": [{"category": "cat"}]}                             | labels.CLASSIFICATION
        {"CLASSIFICATION": {"category": ""}}                                  | labels.CLASSIFICATION.category
        {"CLASSIFICATION": {"colour": "red"}}                                 | labels.CLASSIFICATION.colour
        {"BOX2D": []}                                                         | []
        {"BOX2D": [{"box2d": {"xmin": 1, "ymin": 2, "xmax": 1, "ymax": 2.5}, "instance": "a"}]} | []
        {"BOX2D": [{"box2d": {"xmin": 1, "ymin": 2, "xmax": 30, "ymax": 40, "z": 1}}]} | labels.BOX2D[0].box2d.z
        {"BOX2D": [{"box2d": {"xmin": "1", "ymin": 2, "xmax": 30, "ymax": 40}}]} | labels.BOX2D[0].box2d.xmin
        {"BOX2D": [{}]}                                                       | labels.BOX2D[0].box2d
        {"BOX2D": {}}                                                         | labels.BOX2D
        {"BOX3D": [{"box3d": {"translation": {"x":0,"y":0,"z":0}, "rotation": {"w":1,"x":0,"y":0,"z":0}, "size": {"x":1,"y":1,"z":1}}}]} | []
        {"BOX3D": [{"box3d": {"translation": {"x":0,"y":0,"z":0}, "rotation": {"x":0,"y":0,"z":0}, "size": {"x":1,"y":1,"z":1}}}]} | labels.BOX3D[0].box3d.rotation.w
        {"POLYGON": [{"polygon": [{"x": 1, "y": 2}, {"x": 3, "y": 2}, {"x": 3, "y": 4}], "category": "a"}]} | [POLYGON a]
        {"POLYGON": [{"polygon": [{"x": 1, "y": 2}, {"x": 3, "y": 2}]}]}      | labels.POLYGON[0].polygon
        {"POLYGON": [{"polygon": [], "fill": true}]}                          | labels.POLYGON[0].polygon
        {"POLYGON": [{"polygon": [{"x": 1, "y": 2}, {"x": 3, "y": 2}, {"x": 3, "y": 4}], "fill": true}]} | labels.POLYGON[0].fill
        {"POLYGON": [{"polygon": [{"x": 1, "y": 2, "z": 3}]}]}                | labels.POLYGON[0].polygon[0].z
        {"POLYGON": [{"polygon": [{"x": 1}]}]}                                | labels.POLYGON[0].polygon[0].y
        {"MULTI_POLYGON": [{"multiPolygon": [[{"x": 1, "y": 2}, {"x": 3, "y": 2}, {"x": 3, "y": 4}]]}]} | []
        {"MULTI_POLYGON": [{"multiPolygon": [[{"x": 1, "y": 2}]]}]}           | labels.MULTI_POLYGON[0].multiPolygon[0]
        {"POLYLINE2D": [{"polyline2d": [{"x": 1, "y": 2}, {"x": 3, "y": 2}]}]} | []
        {"POLYLINE2D": [{"polyline2d": [{"x": 1, "y": 2}]}]}                  | labels.POLYLINE2D[0].polyline2d
        {"MULTI_POLYLINE2D": [{"multiPolyline2d": [[{"x": 1, "y": 2}, {"x": 3, "y": 2}], []]}]} | labels.MULTI_POLYLINE2D[0].multiPolyline2d[1]
        {"RLE": [{"rle": [0, 3, 9], "instance": "7"}]}                        | []
        {"RLE": [{"rle": [1, -2]}]}                                           | labels.RLE[0].rle[1]
        {"KEYPOINTS2D": [{"keypoints2d": [{"x": 1, "y": 2, "v": 1}]}]}        | []
        {"KEYPOINTS2D": [{"keypoints2d": [{"x": 1, "y": 2, "v": 3}]}]}        | labels.KEYPOINTS2D[0].keypoints2d[0].v
        {"KEYPOINTS2D": [{"keypoints2d": [{"x": 1, "y": 2, "v": 1e400}]}]}    | labels.KEYPOINTS2D[0].keypoints2d[0].v
        {"SENTENCE": [{"sentence": [{"text": "a", "begin": 0.1}]}]}           | []
        {"SENTENCE": [{"sentence": [{"begin": 0.1}]}]}                        | labels.SENTENCE[0].sentence[0].text
        {"SENTENCE": [{"sentence": [{"text": "a", "begin": "0"}]}]}           | labels.SENTENCE[0].sentence[0].begin
        {"SEMANTIC_MASK": {"checksum": "x", "info": [{"categoryId": 1}]}}     | []
        {"SEMANTIC_MASK": {"remotePath": "masks/1.png"}}                      | labels.SEMANTIC_MASK.info
        {"SEMANTIC_MASK": {"info": [{"categoryId": -1}]}}                     | labels.SEMANTIC_MASK.info[0].categoryId
        {"SEMANTIC_MASK": {"info": [], "category": "cat"}}                    | labels.SEMANTIC_MASK.category
        {"PANOPTIC_MASK": {}}                                                 | labels.PANOPTIC_MASK
        {"TRIANGLE": {}}                                                      | labels.TRIANGLE
        {"BOX2D": [{"box2d": {"xmin": 1, "ymin": 2, "xmax": 3, "ymax": 4}, "instance": "\\u0000"}]} | labels.BOX2D[0].instance
        """)
    void takesOrNames(String labels, String outcome) {
        Catalog catalog = Catalog.kept(CATALOG);
        if (outcome.startsWith("[")) {
            assertThat(Labels.check(JSON.readTree(labels), catalog)).hasToString(outcome);
        } else {
            assertThatThrownBy(() -> Labels.check(JSON.readTree(labels), catalog))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.field()).isEqualTo(outcome));
        }
    }

    @Test
    void aUnionDeclaresWhatAnyDoesAndTheFirstCounts() {
        String one = "{\"BOX2D\": {\"categories\": [{\"name\": \"cat\", \"description\": \"first\"}], \"isTracking\":"
                + " true}}";
        String two = "{\"BOX2D\": {\"categories\": [{\"name\": \"cat\"}, {\"name\": \"dog\"}]}, \"RLE\": {}}";
        assertThat(JSON.readTree(Catalog.union(List.of(one, two)))).isEqualTo(JSON.readTree("""
            {"BOX2D": {"categories": [{"name": "cat", "description": "first"}, {"name": "dog"}], "isTracking": true}, "RLE": {}}\
            """));
        assertThat(Catalog.union(List.of())).isEqualTo("{}");
    }

    @Test
    void aUnionIsNoLargerThanOneCatalog() {
        List<String> many = IntStream.range(0, 12)
                .mapToObj(i -> "{\"BOX2D\": {\"categories\": [{\"name\": \"c%d\", \"description\": \"%s\"}]}}"
                        .formatted(i, "x".repeat(100_000)))
                .toList();
        assertThatThrownBy(() -> Catalog.union(many)).isInstanceOf(Refused.class);
    }
}
