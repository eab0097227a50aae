package dev.kontor.member;

import static kontor.tables.Tables.APP_USER;
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
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** K-11 beside C-06 and M-10: whoever is removed while everybody is added is in the end no member, whichever came first. */
@Specification
class AdditionRacesTest {
    private static final int TIMES = 8;

    @Autowired
    Stage stage;

    Cast cast;
    Client carla;

    @BeforeEach
    void acme() {
        cast = stage.cast();
        carla = stage.person("Carla", cast.acme);
    }

    private Answer addEverybody() {
        return cast.ada.post(cast.at("members/additions"), Map.of("organizationId", cast.acme));
    }

    private Answer removeCarla() {
        return cast.otto.post("organizations/" + cast.acme + "/users/" + carla.id() + "/removal", Map.of());
    }

    @SafeVarargs
    private static void race(Callable<Answer>... requests) throws Exception {
        assertThat(Together.said(requests)).allSatisfy(said -> assertThat(said).startsWith("20"));
    }

    private boolean carlaIsMember() {
        return stage.sql().fetchExists(MEMBER, MEMBER.USER_ID.eq(carla.id()));
    }

    @RepeatedTest(
            value = TIMES,
            name = "a user is removed while everybody of the organization is added ({currentRepetition})")
    void aRemovedUserIsNoMember() throws Exception {
        race(this::addEverybody, this::removeCarla);
        assertThat(carlaIsMember()).isFalse();
        assertThat(stage.sql().fetchExists(APP_USER, APP_USER.ID.eq(carla.id()), APP_USER.REMOVED_AT.isNotNull()))
                .isTrue();
        List<String> log = cast.olga.get(cast.at("activity?q=Carla")).ok().items("/kind");
        assertThat(log.stream().filter("member.added"::equals).count())
                .as("in the log: %s", log)
                .isEqualTo(log.stream().filter("member.removed"::equals).count());
    }

    @RepeatedTest(value = TIMES, name = "a user is added by two and removed by a third at once ({currentRepetition})")
    void twoAddAndOneRemoves() throws Exception {
        race(
                this::addEverybody,
                () -> cast.olga.post(cast.at("members"), Map.of("emails", List.of(carla.email()), "roles", List.of())),
                this::removeCarla);
        assertThat(carlaIsMember()).isFalse();
    }

    @RepeatedTest(value = TIMES, name = "the organization leaves while its people are added ({currentRepetition})")
    void nobodyStaysOfAnOrganizationThatLeft() throws Exception {
        stage.person("Lisa", cast.labelPartners);
        List<String> said = Together.said(
                () -> cast.ada.post(cast.at("members/additions"), Map.of("organizationId", cast.labelPartners)),
                () -> cast.olga.delete(cast.at("collaborators/%s", cast.labelPartners)));
        assertThat(said.get(0)).isIn("201", "422 not-a-collaborator");
        assertThat(said.get(1)).isEqualTo("204");
        assertThat(stage.sql()
                        .fetchCount(
                                MEMBER,
                                MEMBER.WORKSPACE_ID
                                        .eq(cast.workspace)
                                        .and(MEMBER.ORGANIZATION_ID.eq(cast.labelPartners))))
                .isZero();
    }
}
