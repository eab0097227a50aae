package dev.kontor.notification;

import static dev.kontor.notification.NotificationKind.*;

import dev.kontor.notification.Notice.Audience;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
            case WORKSPACE_RESTORED -> List.of(Notice.of(WORKSPACE_RESTORED, members), goesOn(event, "restored"));
            case WORKSPACE_PURGED -> told(event, "", WORKSPACE_PURGED, "purged", admins);
            default -> told(event, "", WORKSPACE_DELETED, "deleted", new Audience.User(event.actorId()));
        };
    }

    /** Whoever was told of an end hears that it does not come: all of a deletion, of a purge those who were warned of it. */
    private static List<Notice> switched(Event event, Audience admins, Audience members) {
        Notice house = goesOn(event, "switched");
        return switch (event.text("before")) {
            case "DELETION_SCHEDULED" -> List.of(Notice.of(WORKSPACE_GOES_ON, members), house);
            case "DEACTIVATED" -> calledOff(event, WORKSPACE_GOES_ON, Notice.of(PLAN_SWITCHED, admins), house);
            default -> List.of(Notice.of(PLAN_SWITCHED, admins), house);
        };
    }

    private static List<Notice> calledOff(Event event, NotificationKind kind, Notice... others) {
        List<Notice> notices = new ArrayList<>(List.of(others));
        String until = event.text("until");
        if (!until.isEmpty()) {
            notices.add(Notice.of(kind, new Audience.WarnedOfPurge(event.workspace(), Instant.parse(until))));
        }
        return notices;
    }

    private static Notice goesOn(Event event, String what) {
        return Notice.of(HOUSE_WORKSPACE_GOES_ON, new Audience.House(event.workspace(), event.house()), what, true);
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
