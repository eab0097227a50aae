package dev.kontor.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** T-01: whoever may add to a project creates datasets in it. */
@Specification
class CreateDatasetTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    @ParameterizedTest(name = "{0} creates one in {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Mo, of the house        | Streets   | 201
        Dev, developer          | Crossings | 201
        Dora, data partner      | Streets   | 201
        Petra, project manager  | Streets   | 201
        Lena, annotation manager| Streets   | 403 forbidden
        Ann, not chosen         | Crossings | 404 not-found
        Lars, plain partner     | Streets   | 404 not-found
        Dev, not the creator    | Plans     | 404 not-found
        Ada, workspace admin    | Plans     | 201
        Otto, no member         | Streets   | 404 not-found
        """)
    void creates(String who, String project, String outcome) {
        Answer answer = cast.who(who)
                .post("projects/" + cast.project(project) + "/datasets", Map.of("name", "New " + UUID.randomUUID()));
        assertThat(answer.said()).isEqualTo(outcome);
        if (answer.status() == 201) {
            assertThat(answer.at("/level")).isEqualTo("OWNER");
            cast.who(who)
                    .delete("datasets/" + answer.id() + "?name="
                            + answer.at("/name").replace(" ", "+"))
                    .says("204");
        }
    }
}
