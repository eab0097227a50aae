package dev.kontor.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Together;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** T-01, T-02, T-15: there is exactly one owner, who alone passes a dataset on; who leaves loses no more than a level. */
@Specification
class TransferDatasetTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    private UUID dataset() {
        return cast.pia
                .post("projects/" + cast.streets + "/datasets", Map.of("name", "Passed " + UUID.randomUUID()))
                .ok()
                .id();
    }

    private static Answer transfer(Client who, UUID dataset, UUID to) {
        return who.put("datasets/" + dataset + "/ownership", Map.of("userId", to));
    }

    private static Answer level(Client who, UUID dataset, Client whom, String level) {
        return who.put("datasets/" + dataset + "/members/" + whom.id(), Map.of("level", level));
    }

    @ParameterizedTest(name = "{0} passes it to {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Pia, dataset owner    | Mo, colleague               | 204
        Pia, dataset owner    | Lena, partner               | 204
        Pia, dataset owner    | Pia herself                 | 409 owner-level
        Pia, dataset owner    | Lars, who does not see it   | 422 does-not-see-project
        Pia, dataset owner    | Lou, who is locked          | 422 unknown-member
        Pia, dataset owner    | Petra, whom she cannot see  | 422 unknown-member
        Pia, dataset owner    | Sam, from elsewhere         | 422 unknown-member
        Dev, dataset admin    | Dev himself                 | 403 forbidden
        Ada, workspace admin  | Mo, colleague               | 403 forbidden
        Mo, user              | Mo himself                  | 403 forbidden
        Sam, from elsewhere   | Sam himself                 | 404 not-found
        """)
    void passes(String who, String to, String outcome) {
        UUID id = dataset();
        level(cast.pia, id, cast.dev, "ADMIN").says("204");
        assertThat(transfer(cast.who(who), id, cast.who(to).id()).said()).isEqualTo(outcome);
        boolean passed = outcome.equals("204");
        assertThat(cast.pia.get("datasets/" + id).ok().at("/level")).isEqualTo(passed ? "ADMIN" : "OWNER");
        if (passed) {
            assertThat(cast.who(to).get("datasets/" + id).ok().at("/level")).isEqualTo("OWNER");
            long owners = cast.ada.get("datasets/" + id + "/members").ok().items().stream()
                    .filter(item -> item.at("/owner").asBoolean())
                    .count();
            assertThat(owners).isEqualTo(1);
        }
    }

    @ParameterizedTest(name = "{0} leaves: {1}, and then holds {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Dev, granted EDITOR | 204             | USER
        Mo, granted nothing | 404 not-found   | USER
        Pia, dataset owner  | 409 owner-level | OWNER
        """)
    void leaves(String who, String outcome, String then) {
        UUID id = dataset();
        level(cast.pia, id, cast.dev, "EDITOR").says("204");
        Client leaving = cast.who(who);
        assertThat(leaving.delete("datasets/" + id + "/members/" + leaving.id()).said())
                .isEqualTo(outcome);
        assertThat(leaving.get("datasets/" + id).ok().at("/level")).isEqualTo(then);
    }

    @Test
    void whoIsGivenALevelOrADatasetIsTold() {
        UUID id = dataset();
        level(cast.pia, id, cast.ann, "EDITOR").says("204");
        told(cast.ann, id, "DATASET_LEVEL_GRANTED", "Pia made you editor");
        transfer(cast.pia, id, cast.ann.id()).says("204");
        told(cast.ann, id, "DATASET_RECEIVED", "Pia made you the owner");
    }

    private void told(Client who, UUID about, String kind, String begins) {
        stage.eventually(() -> who.get("me/notifications?limit=200").ok().items().stream()
                .filter(item -> item.at("/kind").asString("").equals(kind)
                        && item.at("/objectId").asString("").equals(about.toString())
                        && item.at("/text").asString("").startsWith(begins))
                .findFirst());
    }

    @RepeatedTest(value = 4, name = "T-02: passed on while the new owner is removed ({currentRepetition})")
    void passedOnWhileTheNewOwnerIsRemoved() throws Exception {
        UUID id = dataset();
        Client heir = stage.person("Hanna", cast.acme);
        cast.ada
                .post(cast.at("members"), Map.of("emails", List.of(heir.email()), "roles", List.of()))
                .ok();
        List<String> said = Together.said(
                () -> transfer(cast.pia, id, heir.id()), () -> cast.ada.delete(cast.at("members/%s", heir.id())));
        assertThat(said.get(1)).isEqualTo("204");
        assertThat(said.get(0)).isIn("204", "422 unknown-member");
        String owner = cast.ada.get("datasets/" + id).ok().at("/owner/name");
        assertThat(owner).isEqualTo(said.get(0).equals("204") ? "Olga" : "Pia");
        heir.get("datasets/" + id).says("404 not-found");
    }

    @RepeatedTest(value = 4, name = "T-02: passed on to two at once ({currentRepetition})")
    void passedOnToTwoAtOnce() throws Exception {
        UUID id = dataset();
        List<String> said =
                Together.said(() -> transfer(cast.pia, id, cast.mo.id()), () -> transfer(cast.pia, id, cast.dev.id()));
        assertThat(said).containsExactlyInAnyOrder("204", "403 forbidden");
    }
}
