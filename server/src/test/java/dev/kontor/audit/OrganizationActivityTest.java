package dev.kontor.audit;

import static kontor.tables.Tables.AUDIT_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** C-07: what an organization's users did anywhere, for its administrators. */
@Specification
class OrganizationActivityTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.castByRest();
    }

    private Answer otto(String query) {
        return cast.otto.get("organizations/" + cast.acme + "/activity" + query).ok();
    }

    private Answer lena(String query) {
        return cast.lena
                .get("organizations/" + cast.labelPartners + "/activity" + query)
                .ok();
    }

    @ParameterizedTest(name = "{0} reads {1} of Acme''s organization: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Otto, administrator         | activity        | 200
        Otto, administrator         | activity/days   | 200
        Otto, administrator         | activity/export | 200
        Olga, owner of a workspace  | activity        | 404 not-found
        Ada, workspace admin        | activity        | 404 not-found
        Ada, workspace admin        | activity/days   | 404 not-found
        Ada, workspace admin        | activity/export | 404 not-found
        Lena, partner administrator | activity        | 404 not-found
        Sam, from elsewhere         | activity        | 404 not-found
        nobody                      | activity        | 401 not-signed-in
        """)
    void administratorsRead(String who, String what, String outcome) {
        cast.who(who).get("organizations/" + cast.acme + "/" + what).says(outcome);
    }

    @Test
    void itIsWhatItsUsersDidAndNobodyElse() {
        List<String> actors = otto("?limit=200").items("/actor/name");
        assertThat(actors).contains("Olga", "Pia").doesNotContain("Lena", "Petra", "Sam");
        assertThat(lena("?limit=200").items("/actor/name")).containsOnly("Lena");
    }

    @Test
    void inOthersWorkspacesOnlyActorTimeKindAndWorkspaceShow() {
        JsonNode joined = lena("?kind=member.joined").items().getFirst();
        assertThat(joined.at("/actor/name").asString()).isEqualTo("Lena");
        assertThat(joined.at("/workspace/name").asString()).isEqualTo("Acme vision");
        assertThat(joined.path("object").isNull()).isTrue();
        assertThat(joined.path("detail").isNull()).isTrue();
        JsonNode granted =
                lena("?kind=organization.workforce-access-granted").items().getFirst();
        assertThat(granted.at("/object/name").asString()).isEqualTo("Acme");
        assertThat(otto("?kind=member.removed").items("/object/name")).containsExactly("Rex");
    }

    @Test
    void whatDoesNotShowIsNotFoundEither() {
        assertThat(lena("?object=" + cast.lena.id()).items("/kind")).doesNotContain("member.joined");
        // her own name is the object's there: it counts as the actor's only
        cast.lena.patch("me", Map.of("name", "Lena")).ok();
        String streets = cast.streets.toString();
        cast.petra
                .post("projects/" + streets + "/datasets", Map.of("name", "Quayside"))
                .ok();
        var petra = cast.petra.get("organizations/" + cast.deliveryPartners + "/activity?q=quayside");
        assertThat(petra.ok().items()).isEmpty();
        assertThat(cast.petra
                        .get("organizations/" + cast.deliveryPartners + "/activity?kind=dataset.created")
                        .items())
                .hasSize(1);
        assertThat(cast.ada.get(cast.at("activity?q=quayside")).items()).hasSize(1);
    }

    @ParameterizedTest(name = "filtered by {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        actor=PIA                        | project.created, project.member-chosen
        kind=project.created             | project.created
        kind=nothing.happened            | -
        object=STREETS                   | project.created
        actor=PIA&object=STREETS         | project.created
        q=crossings                      | project.created, project.member-chosen
        from=2999-01-01T00:00:00Z        | -
        to=2001-01-01T00:00:00Z          | -
        """)
    void filters(String query, String kinds) {
        String real = query.replace("PIA", cast.pia.id().toString()).replace("STREETS", cast.streets.toString());
        List<String> expected = Cast.list(kinds);
        assertThat(otto("?limit=200&" + real).items("/kind")).hasSameElementsAs(expected);
        assertThat(cast.ada.get(cast.at("activity?limit=200&%s", real)).ok().items("/kind"))
                .hasSameElementsAs(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        activity?from=yesterday                                                | 422 wrong-type from
        activity?actor=pia                                                     | 422 wrong-type actor
        activity?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z             | 422 unacceptable to
        activity?cursor=nonsense                                               | 422 bad-cursor cursor
        activity?cursor=WyJub3ciLCJ4Il0                                        | 422 bad-cursor cursor
        activity/days?zone=Atlantis/Poseidonis                                 | 422 unacceptable zone
        activity/days?from=2001-01-01T00:00:00Z                                | 422 unacceptable from
        """)
    void badInput(String query, String outcome) {
        assertThat(cast.otto.get("organizations/" + cast.acme + "/" + query).saidAbout())
                .isEqualTo(outcome);
        assertThat(cast.ada.get(cast.at(query)).saidAbout()).isEqualTo(outcome);
    }

    @Test
    void pagesAddUpToTheWholeThoughAllHappenedInOneMoment() {
        Cast other = stage.castByRest();
        Instant moment = Instant.parse("2026-03-04T05:06:07.123456Z");
        for (int i = 0; i < 25; i++) happened(other, other.ada.id(), moment, "Thing " + i);
        List<String> pages = new ArrayList<>();
        String path = "organizations/" + other.acme + "/activity?limit=7&to=2026-03-05T00:00:00Z&cursor=%s";
        for (String cursor = ""; cursor != null; ) {
            Answer page = other.otto.get(path, cursor).ok();
            pages.addAll(page.items("/object/name"));
            cursor = page.next();
        }
        assertThat(pages).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void daysAreThoseOfTheTimeZoneAndEveryDayIsThere() {
        Cast other = stage.castByRest();
        happened(other, other.ada.id(), Instant.parse("2026-03-28T22:59:59Z"), "on the 28th in Berlin");
        happened(other, other.ada.id(), Instant.parse("2026-03-28T23:00:00Z"), "on the 29th, a day of 23 hours");
        happened(other, other.pia.id(), Instant.parse("2026-03-29T21:59:59Z"), "on the 29th");
        happened(other, other.pia.id(), Instant.parse("2026-03-29T22:00:00Z"), "on the 30th");
        String march = "activity/days?from=2026-03-27T12:00:00Z&to=2026-03-31T00:00:00Z";
        assertThat(days(other.ada.get(other.at(march + "&zone=Europe/Berlin"))))
                .containsExactly("2026-03-27 0", "2026-03-28 1", "2026-03-29 2", "2026-03-30 1", "2026-03-31 0");
        assertThat(days(other.ada.get(other.at(march))))
                .containsExactly("2026-03-27 0", "2026-03-28 2", "2026-03-29 2", "2026-03-30 0");
        assertThat(days(other.otto.get("organizations/" + other.acme + "/" + march + "&actor=" + other.pia.id())))
                .containsExactly("2026-03-27 0", "2026-03-28 0", "2026-03-29 2", "2026-03-30 0");
        assertThat(days(other.ada.get(other.at("activity/days")))).hasSize(30);
    }

    @Test
    void kindsAreTold() {
        Answer kinds = cast.mo.get("activity/kinds").ok();
        assertThat(kinds.items("/kind")).contains("member.roles-changed").hasSize(AuditKind.values().length);
        cast.nobody.get("activity/kinds").says("401 not-signed-in");
    }

    private static List<String> days(Answer answer) {
        return answer.ok().items().stream()
                .map(day -> day.path("day").asString() + " " + day.path("count").asInt())
                .toList();
    }

    private void happened(Cast where, UUID actor, Instant at, String what) {
        stage.sql()
                .insertInto(AUDIT_EVENT)
                .set(AUDIT_EVENT.AT, at)
                .set(AUDIT_EVENT.ACTOR_ID, actor)
                .set(AUDIT_EVENT.ACTOR_NAME, "Somebody")
                .set(AUDIT_EVENT.ACTOR_ORGANIZATION_ID, where.acme)
                .set(AUDIT_EVENT.WORKSPACE_ID, where.workspace)
                .set(AUDIT_EVENT.KIND, "workspace.edited")
                .set(AUDIT_EVENT.OBJECT_KIND, "workspace")
                .set(AUDIT_EVENT.OBJECT_NAME, what)
                .execute();
    }
}
