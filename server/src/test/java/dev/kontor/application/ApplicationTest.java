package dev.kontor.application;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * T-12 to T-14, O-14: inviting to a PRIVATE dataset of Pia's in Streets, on which Dora is ADMIN, Dev EDITOR and Mo VIEWER;
 * following links; who is asked, and what becomes of it.
 */
@Specification
class ApplicationTest extends SharedDataset {
    private static Answer owner(Client who, UUID dataset, String application, String word) {
        return who.send("POST", "datasets/" + dataset + "/applications/" + application + "/" + word, null, Map.of());
    }

    private Answer joining(Client who, String application, String... types) {
        return who.post(cast.at("applications/%s/approval", application), Map.of("types", List.of(types)));
    }

    @Test
    void ofOthersEachFollowerBecomesAnApplicationToTheOwner() {
        String token = linked(cast.dev, "EDITOR");
        assertThat(follow(cast.ann, token).says("200").at("/result")).isEqualTo("ASKED");
        assertThat(follow(cast.ann, token).says("200").at("/result")).isEqualTo("ASKED");
        String id = application(cast.ann);
        Answer seen = cast.pia.get(at("applications")).ok();
        assertThat(seen.items("/owner")).containsExactly("ASKED");
        assertThat(seen.items("/entry")).containsExactly("NOT_NEEDED");
        assertThat(seen.items("/applicant/name")).containsExactly("Ann");
        assertThat(seen.items().getFirst().at("/can/0").asString("")).isEqualTo("APPLICATION_APPROVE");
        assertThat(cast.dora.get(at("applications")).ok().items().getFirst().at("/can"))
                .isEmpty();
        assertThat(cast.dev.get(at("applications")).ok().items()).hasSize(1);
        assertThat(cast.mo.get(at("applications")).ok().items()).isEmpty();

        owner(cast.dora, dataset, id, "approval").says("403 forbidden");
        owner(cast.ada, dataset, id, "approval").says("403 forbidden");
        owner(cast.sam, dataset, id, "approval").says("404 not-found");
        owner(cast.pia, dataset, UUID.randomUUID().toString(), "approval").says("404 not-found");
        owner(cast.pia, dataset, id, "rejection").says("204");
        assertThat(levelOf(cast.ann)).isEqualTo("PREVIEWER");
        owner(cast.pia, dataset, id, "approval").says("409 application-decided");
        told(cast.ann, id, "APPLICATION_REJECTED");

        assertThat(follow(cast.ann, token).says("200").at("/result")).isEqualTo("ASKED");
        String again = application(cast.ann);
        told(cast.pia, again, "LEVEL_ASKED");
        owner(cast.pia, dataset, again, "approval").says("204");
        assertThat(levelOf(cast.ann)).isEqualTo("EDITOR");
    }

    /** T-14: through a link of somebody with no say, both have to agree: workspace admins and the dataset's owner. */
    @Test
    void outsidersAreLetInByWorkspaceAdminsAndTheOwner() {
        Client otis = stage.stranger("Otis");
        String token = linked(cast.dev, "USER");
        Answer view = otis.get("dataset-links/" + token).ok();
        assertThat(view.json().at("/outsider").asBoolean()).isTrue();
        assertThat(view.text()).doesNotContain(dataset.toString(), "Streets", "Acme", "Pia", "Dev");
        assertThat(follow(otis, token).says("200").at("/result")).isEqualTo("ASKED");
        String id = application(otis);
        assertThat(levelOf(otis)).isEqualTo("404 not-found");
        Answer own = otis.get("me/applications").ok();
        assertThat(own.items("/entry")).containsExactly("ASKED");
        assertThat(own.items("/owner")).containsExactly("ASKED");
        told(cast.ada, id, "JOINING_ASKED");
        told(cast.pia, id, "LEVEL_ASKED");

        Answer waiting = cast.ada.get(cast.at("applications")).ok();
        assertThat(waiting.items("/id")).contains(id);
        assertThat(cast.ada
                        .get(cast.at("applications/%s", id))
                        .ok()
                        .json()
                        .at("/needsTypes")
                        .asBoolean())
                .isTrue();
        joining(cast.pia, id, "DATA_PARTNER").says("403 forbidden");
        joining(cast.sam, id, "DATA_PARTNER").says("404 not-found");
        joining(cast.ada, id).says("422 field-missing");
        joining(cast.ada, id, "OWNER").says("422 owner-not-assignable");
        joining(cast.ada, id, "DATA_PARTNER", "ANNOTATION_PARTNER").says("204");
        joining(cast.ada, id, "DATA_PARTNER").says("409 application-decided");
        // let in, with access to this project only; the level waits for the owner
        assertThat(levelOf(otis)).isEqualTo("PREVIEWER");
        assertThat(otis.get(cast.at("projects")).ok().items("/name")).containsExactly("Streets");
        owner(cast.pia, dataset, id, "approval").says("204");
        assertThat(levelOf(otis)).isEqualTo("USER");
        assertThat(otis.get("me/applications").ok().items("/state")).containsExactly("GRANTED");
        assertThat(cast.ada.get(cast.at("collaborators?q=Otis")).ok().text())
                .contains("DATA_PARTNER", "ANNOTATION_PARTNER", "\"Streets\"");
    }

    @Test
    void rejectedOutsidersLearnNothingAndMayApplyAgain() {
        Client otis = stage.stranger("Otis");
        String token = linked(cast.pia, "USER");
        follow(otis, token).says("200");
        String id = application(otis);
        cast.ada
                .send("POST", cast.at("applications/%s/rejection", id), null, Map.of())
                .says("204");
        told(otis, id, "APPLICATION_REJECTED");
        assertThat(otis.get("me/notifications").ok().text())
                .doesNotContain("Acme vision", "Ada", cast.workspace.toString());
        assertThat(follow(otis, token).says("200").at("/result")).isEqualTo("ASKED");
        String again = application(otis);
        otis.delete("me/applications/" + again).says("204");
        otis.delete("me/applications/" + again).says("409 application-decided");
        cast.ann.delete("me/applications/" + again).says("404 not-found");
        joining(cast.ada, again, "DATA_PARTNER").says("409 application-decided");
    }

    @Test
    void anAddressWithoutAnAccountMakesOne() {
        String email = stage.address("Nova");
        Answer invited = cast.pia.post(
                at("invitations"), Map.of("emails", List.of(email, "no address", cast.ann.email()), "level", "USER"));
        assertThat(invited.ok()
                        .json()
                        .at("/outcomes")
                        .valueStream()
                        .map(o -> o.at("/outcome").asString("")))
                .containsExactlyInAnyOrder("REFUSED", "INVITED", "GRANTED");
        String link = invited.json()
                .at("/outcomes")
                .valueStream()
                .map(o -> o.at("/link").asString(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow();
        String token = Cast.token(link);
        assertThat(cast.pia.get(at("links")).ok().items("/link")).containsExactly(link);
        follow(cast.sam, token).says("403 invitation-for-another-address");
        follow(cast.nobody, token).says("202");
        String mailed = stage.mailed(token);
        follow(cast.nobody, mailed).says("422 field-missing");
        Answer followed = cast.nobody.post(
                "dataset-links/" + mailed + "/application",
                Map.of("name", "Nova", "password", "correct horse battery", "organization", "Nova Labs"));
        assertThat(followed.says("200").at("/result")).isEqualTo("ASKED");
        assertThat(followed.cookie("KONTOR_SESSION")).isNotEmpty();
        follow(cast.nobody, token).says("404 not-found");
        follow(cast.nobody, mailed).says("404 not-found");
        String id = cast.ada.get(cast.at("applications")).ok().items("/id").getFirst();
        joining(cast.ada, id, "DATA_PARTNER").says("204");
        assertThat(cast.ada.get(at("applications")).ok().items("/state")).containsExactly("GRANTED");
    }

    /** T-13: the inviter's word counted when it was given, and counts no more. */
    @Test
    void aWordThatCountsNoMoreIsReplacedByTheOwners() {
        Client otis = stage.stranger("Otis");
        follow(otis, linked(cast.dora, "USER")).says("200");
        String id = application(otis);
        level(cast.dora, "VIEWER");
        joining(cast.ada, id, "DATA_PARTNER").says("204");
        assertThat(levelOf(otis)).isEqualTo("PREVIEWER");
        told(cast.pia, id, "LEVEL_ASKED");
        owner(cast.pia, dataset, id, "approval").says("204");
        assertThat(levelOf(otis)).isEqualTo("USER");
    }

    @Test
    void whileTheOwnerIsLockedTheWorkspaceOwnerApproves() {
        Cast there = stage.cast();
        UUID id = there.pia
                .post("projects/" + there.streets + "/datasets", Map.of("name", "Locked", "visibility", "PRIVATE"))
                .ok()
                .id();
        there.pia
                .put("datasets/" + id + "/members/" + there.dev.id(), Map.of("level", "EDITOR"))
                .ok();
        there.dev
                .post("datasets/" + id + "/invitations", Map.of("users", List.of(there.ann.id()), "level", "USER"))
                .ok();
        String application = there.ann.get("me/applications").ok().items("/id").getFirst();
        owner(there.olga, id, application, "approval").says("403 forbidden");
        stage.lock(there.pia);
        assertThat(there.olga.get("datasets/" + id).ok().texts("/can")).contains("DATASET_APPROVE");
        assertThat(there.olga.get("datasets/" + id).ok().json().get("can"))
                .isEqualTo(there.olga
                        .get(there.at("datasets?q=Locked"))
                        .ok()
                        .items()
                        .getFirst()
                        .get("can"));
        owner(there.ada, id, application, "approval").says("403 forbidden");
        owner(there.olga, id, application, "approval").says("204");
        assertThat(there.ann.get("datasets/" + id).ok().at("/level")).isEqualTo("USER");
    }

    @Test
    void deletingTheDatasetEndsLinksAndApplications() {
        String token = linked(cast.dev, "USER");
        follow(cast.ann, token).says("200");
        String name = cast.pia.get("datasets/" + dataset).ok().at("/name");
        cast.pia
                .delete("datasets/" + dataset + "?name=" + name.replace(" ", "+"))
                .says("204");
        follow(cast.ann, token).says("404 not-found");
        assertThat(cast.ann.get("me/applications").ok().items("/datasetId")).doesNotContain(dataset.toString());
    }
}
