package dev.kontor.application;

import static kontor.tables.Tables.MEMBER;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two at once about one link or one application: one of the two orders, and nothing in between. */
@Specification
class ApplicationRacesTest {
    private static final int TIMES = 4;

    @Autowired
    Stage stage;

    Cast cast;
    UUID dataset;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    @BeforeEach
    void fresh() {
        dataset = cast.pia
                .post(
                        "projects/" + cast.streets + "/datasets",
                        Map.of("name", "Raced " + UUID.randomUUID(), "visibility", "PRIVATE"))
                .ok()
                .id();
    }

    private String at(String path) {
        return "datasets/" + dataset + "/" + path;
    }

    private Answer link(Client who) {
        return who.post(at("links"), Map.of("level", "VIEWER")).says("201");
    }

    private static Answer follow(Client who, String token) {
        return who.post("dataset-links/" + token + "/application", Map.of());
    }

    private String levelOf(Client who) {
        Answer answer = who.get("datasets/" + dataset);
        return answer.status() == 200 ? answer.at("/level") : answer.said();
    }

    @RepeatedTest(value = TIMES, name = "T-14: one application is approved twice at once ({currentRepetition})")
    void oneApplicationIsApprovedTwice() throws Exception {
        Client otis = stage.stranger("Otis");
        follow(otis, Cast.token(link(cast.pia).at("/link"))).says("200");
        String id = otis.get("me/applications").ok().items("/id").getFirst();
        String approval = cast.at("applications/%s/approval", id);
        Map<String, Object> types = Map.of("types", List.of("DATA_PARTNER"));
        assertThat(Together.said(() -> cast.ada.post(approval, types), () -> cast.olga.post(approval, types)))
                .containsExactlyInAnyOrder("204", "409 application-decided");
        assertThat(levelOf(otis)).isEqualTo("VIEWER");
        assertThat(stage.sql().fetchCount(MEMBER, MEMBER.USER_ID.eq(otis.id()))).isEqualTo(1);
    }

    @RepeatedTest(value = TIMES, name = "T-13: approved and rejected at once ({currentRepetition})")
    void approvedAndRejected() throws Exception {
        Client otis = stage.stranger("Otis");
        follow(otis, Cast.token(link(cast.pia).at("/link"))).says("200");
        String id = otis.get("me/applications").ok().items("/id").getFirst();
        List<String> said = Together.said(
                () -> cast.ada.post(cast.at("applications/%s/approval", id), Map.of("types", List.of("DATA_PARTNER"))),
                () -> cast.olga.send("POST", cast.at("applications/%s/rejection", id), null, Map.of()));
        assertThat(said).containsExactlyInAnyOrder("204", "409 application-decided");
        assertThat(levelOf(otis)).isEqualTo(said.getFirst().equals("204") ? "VIEWER" : "404 not-found");
    }

    @RepeatedTest(value = TIMES, name = "T-12: a link is revoked while it is followed ({currentRepetition})")
    void aLinkIsRevokedWhileItIsFollowed() throws Exception {
        Answer made = link(cast.pia);
        List<String> said = Together.said(
                () -> follow(cast.ann, Cast.token(made.at("/link"))), () -> cast.pia.delete(at("links/" + made.id())));
        assertThat(said.get(1)).isEqualTo("204");
        assertThat(said.get(0)).isIn("200", "404 not-found");
        assertThat(levelOf(cast.ann)).isEqualTo(said.get(0).equals("200") ? "VIEWER" : "PREVIEWER");
    }

    @RepeatedTest(value = TIMES, name = "T-13: its maker is removed while a link is followed ({currentRepetition})")
    void itsMakerIsRemovedWhileALinkIsFollowed() throws Exception {
        Client maker = stage.person("Max", cast.acme);
        cast.ada
                .post(cast.at("members"), Map.of("emails", List.of(maker.email()), "roles", List.of()))
                .ok();
        cast.pia.put(at("members/" + maker.id()), Map.of("level", "ADMIN")).says("204");
        String token = Cast.token(link(maker).at("/link"));
        List<String> said =
                Together.said(() -> follow(cast.ann, token), () -> cast.ada.delete(cast.at("members/%s", maker.id())));
        assertThat(said.get(1)).isEqualTo("204");
        assertThat(said.get(0)).isIn("200", "404 not-found");
        assertThat(levelOf(cast.ann)).isEqualTo(said.get(0).equals("200") ? "VIEWER" : "PREVIEWER");
        follow(cast.mo, token).says("404 not-found");
    }

    @RepeatedTest(value = TIMES, name = "T-12: one person follows a link twice at once ({currentRepetition})")
    void onePersonFollowsALinkTwice() throws Exception {
        Client otis = stage.stranger("Otis");
        String token = Cast.token(link(cast.pia).at("/link"));
        assertThat(Together.said(() -> follow(otis, token), () -> follow(otis, token)))
                .containsOnly("200");
        assertThat(otis.get("me/applications").ok().items()).hasSize(1);
    }
}
