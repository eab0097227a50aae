package dev.kontor.notification;

import static dev.kontor.notification.NotificationKind.*;

import dev.kontor.notification.Notice.Audience;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * O-07: who is told of a workspace's life. Its admins, the owner among them, and the administrators of the organization that
 * owns it of everything; who loses something by a purge of that; all members that it is to be deleted. Whoever was told
 * of an end is told as well that it was called off.
 */
final class LifeNotices {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private LifeNotices() {}

    static List<Notice> of(Event event) {
        UUID workspace = event.workspace();
        Audience admins = new Audience.WorkspaceAdmins(workspace);
        Audience members = new Audience.Members(workspace);
        return switch (event.kind()) {
            case WORKSPACE_PLAN_SWITCHED -> switched(event, admins, members);
            case WORKSPACE_DEACTIVATED -> told(event, "until", TRIAL_ENDED, "ended", admins);
            case WORKSPACE_REACTIVATED ->
                calledOff(event, TRIAL_GOES_ON, Notice.of(TRIAL_GOES_ON, admins), goesOn(event, "clock"));
            case WORKSPACE_WARNED -> warned(event, admins, members);
            case WORKSPACE_DELETION_SCHEDULED -> told(event, "until", DELETION_SCHEDULED, "deletion", members);
            case WORKSPACE_RESTORED -> restored(event, members);
            case WORKSPACE_PURGED -> told(event, "", WORKSPACE_PURGED, "purged", admins);
            default -> told(event, "", WORKSPACE_DELETED, "deleted", new Audience.User(event.actorId()));
        };
    }

    /**
     * Whoever was told of an end hears that it does not come: all of a deletion, of a purge those who were warned of it, of the
     * end of a trial admins and the house where they were warned. Where no end was told, it is an event like others.
     */
    private static List<Notice> switched(Event event, Audience admins, Audience members) {
        Notice house = goesOn(event, "switched");
        boolean warned = event.detail().path("warned").asBoolean(false);
        return switch (event.text("before")) {
            case "DELETION_SCHEDULED" -> List.of(Notice.of(WORKSPACE_GOES_ON, members), house);
            case "DEACTIVATED" -> calledOff(event, WORKSPACE_GOES_ON, Notice.of(WORKSPACE_GOES_ON, admins), house);
            default ->
                warned
                        ? List.of(Notice.of(WORKSPACE_GOES_ON, admins), house)
                        : List.of(
                                Notice.of(PLAN_SWITCHED, admins),
                                Notice.of(HOUSE_PLAN_SWITCHED, new Audience.House(event.workspace(), event.house())));
        };
    }

    /** back to the plan's state, which may come to an end as well: until when says so. */
    private static List<Notice> restored(Event event, Audience members) {
        String state =
                switch (event.text("state")) {
                    case "TRIAL" -> "trial";
                    case "DEACTIVATED" -> "ended";
                    default -> "";
                };
        if (state.isEmpty() || event.text("until").isEmpty()) {
            return List.of(Notice.of(WORKSPACE_RESTORED, members), goesOn(event, "restored"));
        }
        Object[] words = {state, true, "until", day(event, "until")};
        return List.of(Notice.of(WORKSPACE_RESTORED, members, words), goesOn(event, "restored", words));
    }

    private static List<Notice> calledOff(Event event, NotificationKind kind, Notice... others) {
        List<Notice> notices = new ArrayList<>(List.of(others));
        String until = event.text("until");
        if (!until.isEmpty()) {
            notices.add(Notice.of(kind, new Audience.WarnedOfPurge(event.workspace(), Instant.parse(until))));
        }
        return notices;
    }

    private static Notice goesOn(Event event, String what, Object... more) {
        Object[] words = Stream.concat(Stream.of(what, true), Stream.of(more)).toArray();
        return Notice.of(HOUSE_WORKSPACE_GOES_ON, new Audience.House(event.workspace(), event.house()), words);
    }

    private static List<Notice> warned(Event event, Audience admins, Audience members) {
        return switch (event.text("ending")) {
            case "TRIAL" -> told(event, "deadline", TRIAL_ENDING, "trial", admins);
            case "DELETION" -> told(event, "deadline", DELETION_NEAR, "deletion", members);
            default -> {
                List<Notice> notices = new ArrayList<>(told(event, "deadline", PURGE_NEAR, "purge", admins));
                notices.add(Notice.of(
                        PURGE_NEAR, new Audience.LosingByPurge(event.workspace()), "until", day(event, "deadline")));
                yield notices;
            }
        };
    }

    /** Its own people in their words, and the house in which they are administrators in one sentence for all of it. */
    private static List<Notice> told(Event event, String particular, NotificationKind kind, String what, Audience own) {
        String until = day(event, particular);
        return List.of(
                Notice.of(kind, own, "until", until),
                Notice.of(
                        HOUSE_WORKSPACE_ENDS,
                        new Audience.House(event.workspace(), event.house()),
                        "until",
                        until,
                        what,
                        true));
    }

    private static String day(Event event, String particular) {
        return particular.isEmpty() ? "" : MINUTE.format(Instant.parse(event.text(particular)));
    }
}
