package dev.kontor.derivation;

import static dev.kontor.derivation.Deriving.paths;
import static dev.kontor.derivation.Deriving.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Section 7: which items fit conditions on path, size, media type, metadata and labels; counted, shown and taken alike. */
@Specification
class ConditionTest {
    @Autowired
    Stage stage;

    Cast cast;
    UUID streets;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        streets = Deriving.streets(cast.pia, cast.streets);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', nullValues = "-", textBlock = """
        -                                                                                   | a/one.png a/two.jpg b/four.txt b/three.txt
        {"path": {"startsWith": "a/"}}                                                      | a/one.png a/two.jpg
        {"path": {"endsWith": ".txt", "contains": "our"}}                                   | b/four.txt
        {"path": {"contains": "%"}}                                                         | -
        {"mediaType": {"startsWith": "text/"}}                                              | b/four.txt b/three.txt
        {"mediaType": {"is": "text/plain"}}                                                 | b/four.txt b/three.txt
        {"size": {"atLeast": 4, "atMost": 5}}                                               | b/four.txt b/three.txt
        {"not": {"size": {"atLeast": 4}}}                                                   | a/one.png
        {"label": {"type": "CLASSIFICATION"}}                                               | a/one.png a/two.jpg
        {"not": {"label": {"type": "CLASSIFICATION"}}}                                      | b/four.txt b/three.txt
        {"label": {"type": "CLASSIFICATION", "category": "cat"}}                            | a/one.png
        {"label": {"type": "BOX2D", "category": "cat"}}                                     | b/three.txt
        {"label": {"type": "BOX2D", "category": "cat", "attributes": [{"name": "w", "value": {"above": 4}}]}}   | b/three.txt
        {"label": {"type": "BOX2D", "category": "cat", "attributes": [{"name": "w", "value": {"above": 5}}]}}   | -
        {"label": {"type": "BOX2D", "attributes": [{"name": "w", "value": {"atLeast": 50, "below": 51}}]}}      | b/three.txt
        {"label": {"type": "CLASSIFICATION", "attributes": [{"name": "indoor", "value": {"is": true}}]}}        | a/one.png
        {"label": {"type": "CLASSIFICATION", "attributes": [{"name": "indoor", "value": {"isNot": true}}]}}     | a/two.jpg
        {"label": {"type": "CLASSIFICATION", "attributes": [{"name": "n", "value": {"isNot": "3"}}]}}           | a/one.png a/two.jpg
        {"label": {"type": "CLASSIFICATION", "attributes": [{"name": "n", "value": {"atMost": 3}}]}}            | a/one.png
        {"label": {"type": "CLASSIFICATION", "attributes": [{"name": "other"}]}}            | -
        {"metadata": {"key": "weather"}}                                                    | b/four.txt
        {"metadata": {"key": "weather", "value": {"is": "rain, \\"heavy\\""}}}              | b/four.txt
        {"metadata": {"key": "weather", "value": {"startsWith": "rain", "contains": "\\"heavy"}}} | b/four.txt
        {"metadata": {"key": "lux", "value": {"below": 7}}}                                 | -
        {"metadata": {"key": "we\\"] ? (1 == 1)"}}                                          | -
        {"any": [{"path": {"is": "a/one.png"}}, {"metadata": {"key": "lux"}}]}              | a/one.png b/four.txt
        {"all": [{"path": {"startsWith": "a/"}}, {"not": {"label": {"type": "CLASSIFICATION", "category": "dog"}}}]} | a/one.png
        """)
    void filters(@Nullable String where, @Nullable String paths) {
        String question = where == null ? "{}" : "{\"where\": " + where + "}";
        List<String> expected = paths == null ? List.of() : List.of(paths.split(" "));
        Answer matches = cast.mo
                .post("datasets/" + streets + "/versions/main/matches", question)
                .ok();
        assertThat(matches.at("/count")).isEqualTo(String.valueOf(expected.size()));
        assertThat(matches.json().get("items").findValuesAsString("path")).isEqualTo(expected);
        assertThat(most(where)).isGreaterThanOrEqualTo(expected.size());

        Answer made = start(cast.pia, cast.streets, where, null, streets);
        assertThat(made.at("/state")).isEqualTo("DONE");
        assertThat(made.at("/taken")).isEqualTo(String.valueOf(expected.size()));
        assertThat(paths(cast.pia, made)).isEqualTo(expected);
    }

    /** Going by what the version says of its labels. */
    private long most(@Nullable String where) {
        String statistics = cast.mo
                .get("datasets/" + streets + "/preview")
                .ok()
                .json()
                .get("statistics")
                .toString();
        return where == null
                ? Long.MAX_VALUE
                : JsonMapper.shared().readValue(where, Where.class).most(Often.of(statistics));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', nullValues = "-", textBlock = """
        {"label": {"type": "CLASSIFICATION", "category": "cat"}}                                          | 1
        {"label": {"type": "POLYGON"}}                                                                    | 0
        {"any": [{"label": {"type": "CLASSIFICATION", "category": "cat"}}, {"label": {"type": "POLYGON"}}]} | 1
        {"all": [{"path": {"is": "a"}}, {"label": {"type": "CLASSIFICATION", "category": "cat"}}]}        | 1
        {"any": [{"path": {"is": "a"}}, {"label": {"type": "CLASSIFICATION", "category": "cat"}}]}        | -
        {"not": {"label": {"type": "CLASSIFICATION", "category": "cat"}}}                                 | -
        """)
    void labelsTellHowManyFitAtMost(String where, @Nullable Long most) {
        assertThat(most(where)).isEqualTo(most == null ? Long.MAX_VALUE : most);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
        {}                                                        | 422 unacceptable where
        {"path": {"is": "a"}, "size": {"atLeast": 1}}             | 422 unacceptable where
        {"path": {}}                                              | 422 unacceptable where
        {"all": []}                                               | 422 unacceptable where
        {"label": {"type": "TRIANGLE"}}                           | 422 wrong-type where.label.type
        {"label": {"category": "cat"}}                            | 422 field-missing where.label.type
        {"size": {"atLeast": "many"}}                             | 422 wrong-type where.size.atLeast
        {"metadata": {"key": "a", "value": {"is": [1]}}}          | 422 unacceptable where
        {"colour": "red"}                                         | 422 unacceptable where
        """)
    void refusesBadConditions(String where, String outcome) {
        Answer answer = cast.pia.post("datasets/" + streets + "/versions/main/matches", "{\"where\": " + where + "}");
        assertThat(answer.saidAbout()).isEqualTo(outcome);
    }
}
