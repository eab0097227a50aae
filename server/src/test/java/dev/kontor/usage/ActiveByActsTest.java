package dev.kontor.usage;

import static kontor.tables.Tables.AUDIT_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import dev.kontor.audit.AuditKind;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Things;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who began long work is active by that, and not by its end: that may come at night, or in the next month. */
@Specification
class ActiveByActsTest {
    @Autowired
    Stage stage;

    Cast cast;
    Things things;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        things = new Things(cast);
    }

    /** The kinds of what the log tells of, by whether it went on by itself; the oldest first. */
    private List<String> logged(UUID after, boolean unattended) {
        return stage.sql()
                .select(AUDIT_EVENT.KIND)
                .from(AUDIT_EVENT)
                .where(AUDIT_EVENT.WORKSPACE_ID.eq(cast.workspace).and(AUDIT_EVENT.ID.gt(after)))
                .and(AUDIT_EVENT.UNATTENDED.eq(unattended))
                .orderBy(AUDIT_EVENT.ID)
                .fetch(AUDIT_EVENT.KIND);
    }

    private UUID last() {
        return stage.sql()
                .select(AUDIT_EVENT.ID)
                .from(AUDIT_EVENT)
                .where(AUDIT_EVENT.WORKSPACE_ID.eq(cast.workspace))
                .orderBy(AUDIT_EVENT.ID.desc())
                .limit(1)
                .fetchSingle(AUDIT_EVENT.ID);
    }

    /** Who was active since the event after which only work went on. */
    private List<UUID> activeSince(String kind) {
        return stage.sql()
                .fetch(
                        "select user_id from active_since({0}, (select max(at) + interval '1 microsecond' from"
                                + " audit_event where workspace_id = {0} and kind = {1}), {2})",
                        val(cast.workspace), val(kind), val(AuditKind.codesByTheClock()))
                .map(row -> row.get("user_id", UUID.class));
    }

    @Test
    void theEndOfADerivationIsNobodysAct() {
        UUID before = last();
        cast.pia
                .post(
                        "projects/" + cast.streets + "/derivations",
                        Map.of(
                                "name",
                                "Nightly",
                                "sources",
                                List.of(Map.of("datasetId", things.dataset(), "version", "main"))))
                .ok();
        stage.eventually(
                () -> logged(before, true).contains("version.committed") ? Optional.of(true) : Optional.empty());
        assertThat(logged(before, false))
                .containsExactly("dataset.created", "draft.opened", "dataset.derivation-started");
        assertThat(activeSince("dataset.derivation-started")).isEmpty();
    }

    @Test
    void neitherIsAddingAnOrganizationsPeople() {
        UUID before = last();
        cast.ada
                .post(cast.at("members/additions"), Map.of("organizationId", cast.acme))
                .ok();
        stage.eventually(() -> logged(before, true).contains("member.added") ? Optional.of(true) : Optional.empty());
        assertThat(logged(before, false)).containsExactly("member.addition-started");
        assertThat(activeSince("member.addition-started")).isEmpty();
    }
}
