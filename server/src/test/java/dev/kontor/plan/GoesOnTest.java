package dev.kontor.plan;

import static kontor.tables.Tables.UNTOLD_EVENT;
import static kontor.tables.Tables.WARNING;
import static kontor.tables.Tables.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** O-07, A-16: whoever was told that a workspace ends is told that it does not. */
@Specification
class GoesOnTest {
    @Autowired
    Stage stage;

    @Autowired
    PassTime time;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final String KINDS = "(HOUSE_)?PLAN_SWITCHED|TRIAL_GOES_ON|.*WORKSPACE_(RESTORED|GOES_ON)";

    private String told(Client who) {
        stage.eventually(() -> stage.sql().fetchExists(UNTOLD_EVENT, UNTOLD_EVENT.ATTEMPTS.eq(0))
                ? Optional.empty()
                : Optional.of(true));
        return who.get("me/notifications?limit=200").ok().items().stream()
                .filter(one -> one.path("kind").asString().matches(KINDS))
                .map(one ->
                        one.path("kind").asString() + ": " + one.path("text").asString())
                .reduce((one, other) -> one + "; " + other)
                .orElse("-");
    }

    /** Until when it had been going to last, or lasts. */
    private static Instant soon() {
        return Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MICROS);
    }

    private void becomes(Cast cast, String state, Instant trialEnds, Instant until) {
        boolean ends = state.equals("DEACTIVATED") || state.equals("DELETION_SCHEDULED");
        stage.sql()
                .update(WORKSPACE)
                .set(WORKSPACE.STATE, state)
                .set(WORKSPACE.TRIAL_ENDS_AT, trialEnds)
                .set(WORKSPACE.PURGE_AT, ends ? until : null)
                // the clock was ahead when it found that
                .set(WORKSPACE.DEACTIVATED_AT, state.equals("DEACTIVATED") ? until : null)
                .where(WORKSPACE.ID.eq(cast.workspace))
                .execute();
    }

    /** The column before the last: the house. The last: those who were warned of it, or not yet. */
    @ParameterizedTest(name = "{0}, {6}, and Olga {1}")
    @CsvSource(delimiter = '|', textBlock = """
        DELETION_SCHEDULED | switches | WORKSPACE_GOES_ON | WORKSPACE_GOES_ON  | WORKSPACE_GOES_ON  | HOUSE_WORKSPACE_GOES_ON | no warning
        DELETION_SCHEDULED | restores | WORKSPACE_RESTORED| WORKSPACE_RESTORED | WORKSPACE_RESTORED | HOUSE_WORKSPACE_GOES_ON | no warning
        DEACTIVATED        | switches | WORKSPACE_GOES_ON | -                  | -                  | HOUSE_WORKSPACE_GOES_ON | no warning
        DEACTIVATED        | switches | WORKSPACE_GOES_ON | -                  | -                  | HOUSE_WORKSPACE_GOES_ON | of another end
        DEACTIVATED        | switches | WORKSPACE_GOES_ON | WORKSPACE_GOES_ON  | -                  | HOUSE_WORKSPACE_GOES_ON | of this end
        DEACTIVATED        | -        | TRIAL_GOES_ON     | -                  | -                  | HOUSE_WORKSPACE_GOES_ON | no warning
        DEACTIVATED        | -        | TRIAL_GOES_ON     | TRIAL_GOES_ON      | -                  | HOUSE_WORKSPACE_GOES_ON | of this end
        TRIAL              | switches | PLAN_SWITCHED     | -                  | -                  | HOUSE_PLAN_SWITCHED     | no warning
        TRIAL              | switches | PLAN_SWITCHED     | -                  | -                  | HOUSE_PLAN_SWITCHED     | of another end
        TRIAL              | switches | WORKSPACE_GOES_ON | -                  | -                  | HOUSE_WORKSPACE_GOES_ON | of this end
        PURGED             | switches | PLAN_SWITCHED     | -                  | -                  | HOUSE_PLAN_SWITCHED     | no warning
        """)
    void ifItIsCalledOff(String state, String does, String ada, String petra, String ann, String house, String warned) {
        Cast cast = stage.cast();
        Instant until = soon();
        becomes(cast, state, until, until);
        if (!warned.equals("no warning")) {
            Instant deadline = warned.equals("of this end") ? until : until.plusSeconds(1);
            stage.sql()
                    .insertInto(WARNING)
                    .values(
                            cast.workspace,
                            state.equals("TRIAL") ? "TRIAL" : "PURGE",
                            deadline,
                            1_000L,
                            Instant.now(),
                            0L)
                    .execute();
        }
        does(cast, does);
        assertThat(told(cast.ada)).as("admin").startsWith(ada + ":");
        assertThat(told(cast.petra)).as("a partner's manager").startsWith(petra);
        assertThat(told(cast.ann)).as("member").startsWith(ann);
        assertThat(told(cast.otto)).as("the house").startsWith(house + ": " + sentence(does));
        boolean endWasMailed = !ada.equals("PLAN_SWITCHED");
        assertThat(mailed(cast.ada, ada)).isEqualTo(endWasMailed);
        assertThat(mailed(cast.otto, house)).isEqualTo(endWasMailed);
    }

    private void does(Cast cast, String what) {
        switch (what) {
            case "-" -> time.live(cast.workspace);
            case "switches" ->
                cast.olga.put(cast.at("plan"), Map.of("plan", "ENTERPRISE")).ok();
            default -> cast.olga.post(cast.at("restoration"), null).ok();
        }
    }

    private static String sentence(String does) {
        return switch (does) {
            case "switches" -> "Olga switched your organization's workspace Acme vision to the Enterprise plan.";
            case "restores" ->
                "Olga took the deletion of your organization's workspace Acme vision back; its trial goes on until";
            default ->
                "The trial of your organization's workspace Acme vision goes on: this server's clock had been wrong"
                        + " when it ended.";
        };
    }

    /** Whether those who have not chosen get it by mail: the end itself is mailed to them. */
    private static boolean mailed(Client who, String kind) {
        return who.get("me/notification-preferences").ok().items().stream()
                .filter(one -> one.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow()
                .path("mail")
                .asBoolean();
    }

    /** back to what the plan says by the clock, which may be the time before a purge. */
    @ParameterizedTest(name = "on {0}, a trial that ends in {1} s: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        TRIAL      |  600 | ' Its trial goes on until %s.'                                                    | '; its trial goes on until %s.'
        TRIAL      |  -60 | ' Its trial has ended: what is in it can be read and downloaded until %s; then it is purged, unless its owner switches it to the Enterprise plan.' | '; its trial has ended, and it is purged on %s, unless its owner switches it to the Enterprise plan.'
        ENTERPRISE |    0 | ''                                                                                | '.'
        """)
    void whatIsRestoredSaysUntilWhen(String plan, long ends, String members, String house) {
        Cast cast = stage.cast();
        becomes(cast, "DELETION_SCHEDULED", Instant.now().plusSeconds(ends), soon());
        stage.sql()
                .update(WORKSPACE)
                .set(WORKSPACE.PLAN, plan)
                .where(WORKSPACE.ID.eq(cast.workspace))
                .execute();
        does(cast, "restores");
        Answer now = cast.olga.get(cast.at("plan")).ok();
        String until = now.at("/purgeAt").isEmpty() ? now.at("/trialEndsAt") : now.at("/purgeAt");
        String day = until.isEmpty() ? "" : MINUTE.format(Instant.parse(until));
        assertThat(told(cast.ann))
                .isEqualTo("WORKSPACE_RESTORED: Olga took the deletion of Acme vision back." + members.formatted(day));
        assertThat(told(cast.otto))
                .isEqualTo("HOUSE_WORKSPACE_GOES_ON: Olga took the deletion of your organization's workspace Acme"
                        + " vision back" + house.formatted(day));
    }
}
