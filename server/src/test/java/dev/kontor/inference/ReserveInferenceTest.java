package dev.kontor.inference;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Together;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A-12, O-08, O-20: files are reserved before labels are inferred for them, and what is not used is given back. */
@Specification
class ReserveInferenceTest {
    private static final String FULL = "409 quota-exceeded";

    @Autowired
    Stage stage;

    @Autowired
    ExpireReservations expire;

    @Autowired
    InferenceUses uses;

    @Autowired
    TransactionTemplate transaction;

    Client olga;
    UUID workspace;
    UUID project;
    UUID dataset;
    String reservations;

    @BeforeEach
    void onTrial() {
        olga = stage.stranger("Olga");
        workspace = olga.post("workspaces", Map.of("name", "Acme")).ok().id();
        project = stage.project(olga, workspace, "Streets", "PUBLIC");
        dataset = olga.post("projects/" + project + "/datasets", Map.of("name", "Day"))
                .ok()
                .id();
        reservations = "datasets/" + dataset + "/inference-reservations";
    }

    private Answer reserve(int files) {
        return olga.post(reservations, Map.of("files", files));
    }

    private Answer settle(Answer reservation, int inferred) {
        return olga.post(reservations + "/" + reservation.id() + "/settlement", Map.of("inferred", inferred));
    }

    private Answer report(Answer reservation, int inferred) {
        return olga.patch(reservations + "/" + reservation.id(), Map.of("inferred", inferred));
    }

    private long used() {
        Answer usage = olga.get("workspaces/" + workspace + "/usage").ok();
        assertThat(usage.at("/quotas/2/quota")).isEqualTo("INFERENCE");
        return Long.parseLong(usage.at("/quotas/2/used"));
    }

    @ParameterizedTest(name = "{0} reserves: {1}, and lists all of the workspace: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Pia, dataset owner      | 201                | 403 forbidden
        Ada, workspace admin    | 201                | 200
        Dev, editor             | 201                | 403 forbidden
        Mo, user of the dataset | 403 forbidden      | 403 forbidden
        Lars, sees no project   | 404 not-found      | 403 forbidden
        Otto, of no workspace   | 404 not-found      | 404 not-found
        Sam, from elsewhere     | 404 not-found      | 404 not-found
        nobody                  | 401 not-signed-in  | 401 not-signed-in
        """)
    void mayWhoeverChangesTheDataset(String who, String reserves, String lists) {
        Cast cast = Once.cast(stage);
        String at = "datasets/" + Once.dataset + "/inference-reservations";
        cast.who(who).post(at, Map.of("files", 1)).says(reserves);
        cast.who(who).get(cast.at("inference-reservations")).says(lists);
    }

    /** One cast for a table whose rows do not get into each other's way. */
    private static final class Once {
        static Optional<Cast> cast = Optional.empty();
        static UUID dataset = new UUID(0, 0);

        static Cast cast(Stage stage) {
            if (cast.isEmpty()) {
                Cast fresh = stage.cast();
                dataset = fresh.pia
                        .post("projects/" + fresh.streets + "/datasets", Map.of("name", "Day"))
                        .ok()
                        .id();
                fresh.pia
                        .put("datasets/" + dataset + "/members/" + fresh.dev.id(), Map.of("level", "EDITOR"))
                        .ok();
                cast = Optional.of(fresh);
            }
            return cast.get();
        }
    }

    @Test
    void whatIsReservedCountsUntilItIsGivenBack() {
        Answer reserved = reserve(600).says("201");
        assertThat(reserved.at("/state")).isEqualTo("OPEN");
        assertThat(reserved.texts("/can")).containsExactly("RESERVATION_SETTLE");
        assertThat(used()).isEqualTo(600);
        Answer refused = reserve(401).says(FULL);
        assertThat(refused.at("/quota")).isEqualTo("INFERENCE");
        assertThat(refused.at("/used") + " " + refused.at("/asked") + " " + refused.at("/limit"))
                .isEqualTo("600 401 1000");
        assertThat(refused.at("/detail")).contains("inferred files is 1,000").contains("401 more");
        report(reserved, 100).says("200");
        assertThat(used()).isEqualTo(600);
        Answer settled = settle(reserved, 250).says("200");
        assertThat(settled.at("/state") + " " + settled.at("/inferred")).isEqualTo("SETTLED 250");
        assertThat(settled.texts("/can")).isEmpty();
        assertThat(used()).isEqualTo(250);
        reserve(750).says("201");
        reserve(1).says(FULL);
        assertThat(olga.get("workspaces/" + workspace + "/monthly-usage").at("/items/0/inferredFiles"))
                .as("what was inferred, and not what is reserved")
                .isEqualTo("250");
        assertThat(olga.get(reservations).items("/files")).containsExactly("750", "600");
        assertThat(olga.get("workspaces/" + workspace + "/inference-reservations")
                        .items("/dataset"))
                .containsExactly("Day", "Day");
    }

    @ParameterizedTest(name = "{0} of 10, 4 of them told: {1}")
    @CsvSource({"3,422 inferred-out-of-range", "4,200", "10,200", "11,422 inferred-out-of-range"})
    void nobodyTellsMoreThanWasReservedOrTakesBackWhatWasTold(int inferred, String outcome) {
        Answer reserved = reserve(10);
        report(reserved, 4).ok();
        report(reserved, inferred).says(outcome);
        settle(reserved, inferred).says(outcome);
    }

    @Test
    void whatIsClosedStaysAsItIs() {
        Answer reserved = reserve(10);
        settle(reserved, 10).ok();
        settle(reserved, 10).says("409 reservation-closed");
        report(reserved, 10).says("409 reservation-closed");
        reserve(0).says("422 unacceptable");
        reserve(-5).says("422 unacceptable");
        olga.post(reservations + "/" + UUID.randomUUID() + "/settlement", Map.of("inferred", 1))
                .says("404 not-found");
        assertThat(used()).isEqualTo(10);
    }

    /** Other editors of the dataset see it, and leave it alone. */
    @Test
    void onlyItsMakerTells() {
        Cast cast = Once.cast(stage);
        String at = "datasets/" + Once.dataset + "/inference-reservations";
        String made = at + "/" + cast.dev.post(at, Map.of("files", 5)).ok().id();
        assertThat(cast.pia.get(made).ok().texts("/can")).isEmpty();
        cast.pia.patch(made, Map.of("inferred", 5)).says("403 not-ones-own-reservation");
        cast.ada.post(made + "/settlement", Map.of("inferred", 5)).says("403 not-ones-own-reservation");
        cast.mo.get(made).says("403 forbidden");
    }

    private void overdue() {
        stage.sql()
                .update(INFERENCE_RESERVATION)
                .set(INFERENCE_RESERVATION.EXPIRES_AT, Instant.now().minusSeconds(1))
                .where(INFERENCE_RESERVATION.WORKSPACE_ID.eq(workspace))
                .execute();
    }

    /** Of whom nothing is heard: what was told stays, the rest is given back, by whoever comes first. */
    @Test
    void theClockGivesBack() {
        Answer first = reserve(900);
        report(first, 300).ok();
        overdue();
        reserve(700).says("201");
        assertThat(used()).isEqualTo(1000);
        report(first, 400).says("409 reservation-closed");
        overdue();
        expire.all();
        expire.all();
        assertThat(used()).isEqualTo(300);
        assertThat(olga.get(reservations).items("/state")).containsExactly("EXPIRED", "EXPIRED");
        assertThat(olga.get("workspaces/" + workspace + "/activity?kind=inference.expired")
                        .items("/object/name"))
                .containsExactly("Day", "Day");
    }

    /** What is still told of holds on. */
    @Test
    void whoIsHeardOfKeepsIt() {
        Answer reserved = reserve(900);
        overdue();
        report(reserved, 1).ok();
        expire.all();
        assertThat(used()).isEqualTo(900);
    }

    /** another plan begins anew; what was reserved before counts where it was reserved. */
    @Test
    void aSwitchBeginsAnew() {
        Answer before = reserve(1000);
        olga.put("workspaces/" + workspace + "/plan", Map.of("plan", "ENTERPRISE"))
                .ok();
        assertThat(used()).isZero();
        settle(before, 800).ok();
        assertThat(used()).isZero();
        reserve(100_001).says(FULL);
        reserve(100_000).says("201");
        assertThat(olga.get("workspaces/" + workspace + "/monthly-usage").at("/items/0/inferredFiles"))
                .isEqualTo("800");
    }

    /** A-13, O-13: nothing new is reserved; what was inferred meanwhile is told, and the rest is given back. */
    @Test
    void whereNothingNewIsTakenItIsGivenBack() {
        Answer reserved = reserve(10);
        stage.sql()
                .update(WORKSPACE)
                .set(WORKSPACE.STATE, "DEACTIVATED")
                .set(WORKSPACE.PURGE_AT, Instant.now().plusSeconds(600))
                .where(WORKSPACE.ID.eq(workspace))
                .execute();
        reserve(1).says("409 workspace-not-writable");
        report(reserved, 1).says("200");
        settle(reserved, 7).says("200");
        assertThat(used()).isEqualTo(7);
    }

    @Test
    void inAnArchivedProjectItIsToldAsWell() {
        Answer reserved = reserve(10);
        olga.patch("projects/" + project, Map.of("archived", true)).ok();
        reserve(1).says("409 project-archived");
        report(reserved, 3).says("200");
        settle(reserved, 7).says("200");
        assertThat(used()).isEqualTo(7);
    }

    /** Many at once: exactly as many as fit, and those who give back at the same moment lose nothing. */
    @Test
    void holdsAgainstManyAtOnce() throws Exception {
        Answer first = reserve(100);
        Answer second = reserve(100);
        List<Callable<Answer>> all = new ArrayList<>(IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(i -> () -> reserve(100))
                .toList());
        all.add(() -> settle(first, 100));
        all.add(() -> settle(second, 100));
        List<String> said = Together.said(all.<Callable<Answer>>toArray(Callable[]::new));
        assertThat(Collections.frequency(said, "201")).isEqualTo(8);
        assertThat(Collections.frequency(said, FULL)).isEqualTo(12);
        assertThat(used()).isEqualTo(1000);
    }

    @Test
    void warnsWhereItIsCrossed() {
        Answer reserved = reserve(1000).says("201");
        report(reserved, 799).says("200");
        report(reserved, 800).says("200");
        settle(reserved, 1000).says("200");
        List<String> texts = stage.eventually(() -> {
            List<String> found = olga.get("me/notifications").ok().items().stream()
                    .filter(item -> item.path("kind").asString("").equals("QUOTA_NEARED"))
                    .map(item -> item.path("text").asString(""))
                    .toList();
            return found.size() >= 2 ? Optional.of(found) : Optional.empty();
        });
        assertThat(texts).hasSize(2);
        assertThat(texts.getLast()).contains("80 %").contains("inferred files").contains("800 of 1,000");
        assertThat(texts.getFirst()).contains("95 %").contains("1,000 of 1,000");
    }

    /** What is reserved and given back again and again is no news. */
    @Test
    void nobodyIsWarnedOfWhatIsOnlyReserved() {
        settle(reserve(900), 0).ok();
        settle(reserve(900), 790).ok();
        String warnings = "workspaces/" + workspace + "/activity?kind=workspace.quota-neared";
        assertThat(olga.get(warnings).ok().items()).isEmpty();
        settle(reserve(200), 10).ok();
        settle(reserve(200), 1).ok();
        assertThat(olga.get(warnings).ok().items()).hasSize(1);
    }

    /** By the clock of all months, wherever that of the node stands. */
    @Test
    void countsInTheMonthOfTheMeter() {
        reserve(5).ok();
        transaction.executeWithoutResult(status -> {
            stage.sql().execute("select set_config('kontor.now', '2031-05-31T23:59:59Z', true)");
            uses.add(workspace, "TRIAL", 2, -2);
            assertThat(stage.sql()
                            .select(INFERENCE_MONTH.MONTH)
                            .from(INFERENCE_MONTH)
                            .where(INFERENCE_MONTH.WORKSPACE_ID.eq(workspace))
                            .fetch(INFERENCE_MONTH.MONTH))
                    .containsExactly(LocalDate.of(2031, 5, 1));
            status.setRollbackOnly();
        });
    }
}
