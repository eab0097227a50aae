package dev.kontor.notification;

import dev.kontor.invitation.Inviters;
import dev.kontor.invitation.WorkspaceInvitation;
import dev.kontor.invitation.WorkspaceInvitations;
import dev.kontor.notification.Notice.Audience;
import dev.kontor.notification.Notifications.Subject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes notifications of one event of the log, in one transaction with its end in the outbox. */
@Component
class Teller {
    private final UntoldEvents untold;
    private final Audiences audiences;
    private final Notifications notifications;
    private final WorkspaceInvitations invitations;
    private final Inviters inviters;

    Teller(
            UntoldEvents untold,
            Audiences audiences,
            Notifications notifications,
            WorkspaceInvitations invitations,
            Inviters inviters) {
        this.untold = untold;
        this.audiences = audiences;
        this.notifications = notifications;
        this.invitations = invitations;
        this.inviters = inviters;
    }

    /** The next event that is due; what could not be told comes back as its id, to be tried again later. */
    static final class Failed extends RuntimeException {
        private final UUID eventId;

        Failed(UUID eventId, RuntimeException cause) {
            super("Could not tell of event " + eventId, cause);
            this.eventId = eventId;
        }

        UUID eventId() {
            return eventId;
        }
    }

    /** Whether there was one to tell. */
    @Transactional
    public boolean tellNext() {
        Optional<UUID> next = untold.next();
        next.ifPresent(id -> {
            try {
                tell(untold.read(id));
            } catch (RuntimeException e) {
                throw new Failed(id, e);
            }
            if (untold.told(id)) {
                notifications.keepQuiet(id);
            }
        });
        return next.isPresent();
    }

    private void tell(Event event) {
        if (Notice.SETTLES.contains(event.kind())) {
            settle(event);
        }
        Notice.of(event).forEach(notice -> tell(event, notice));
        if (Notice.WEAKENS_INVITERS.contains(event.kind())) {
            tellOfWaiting(event);
        }
    }

    private void tell(Event event, Notice notice) {
        Set<UUID> users = new HashSet<>(audiences.of(notice.audience()));
        if (!notice.kind().aboutOneself()) {
            users.remove(event.actorId());
        }
        if (notice.kind() == NotificationKind.OWNERSHIP_TRANSFERRED) {
            users.remove(event.object());
        }
        switch (notice.audience()) {
            case Audience.DatasetOwners owners ->
                audiences.datasetsIn(owners.project()).forEach((owner, names) -> {
                    if (users.contains(owner)) {
                        Map<String, Object> words = new HashMap<>(notice.words());
                        words.put("names", Notice.listed(names));
                        notifications.insert(event, notice.kind(), Subject.of(event), words, Set.of(owner));
                    }
                });
            case Audience.CanBringIn asked ->
                audiences
                        .organizationOf(asked.invitation())
                        .forEach(organization -> notifications.insert(
                                event, notice.kind(), Subject.of(event).in(organization), notice.words(), users));
            default -> notifications.insert(event, notice.kind(), subject(event, notice), words(event, notice), users);
        }
    }

    /** T-14: whoever is turned away learns nothing of the workspace. */
    private static Subject subject(Event event, Notice notice) {
        return notice.kind() == NotificationKind.APPLICATION_REJECTED
                ? new Subject(null, null, null, event.objectKind(), event.objectId(), null)
                : Subject.of(event);
    }

    /** The log names what passed on by id; people want to read names. */
    private Map<String, Object> words(Event event, Notice notice) {
        if (notice.kind() != NotificationKind.HANDED_OVER) {
            return notice.words();
        }
        List<String> things = event.texts(String.valueOf(notice.words().get("things")));
        Map<String, Object> words = new HashMap<>(notice.words());
        words.put("names", Notice.listed(audiences.namesOf(things)));
        return words;
    }

    /** O-01: what somebody invited who can invite no more waits until one who can renews it. */
    private void tellOfWaiting(Event event) {
        for (UUID id : audiences.openInvitationsBy(event.object(), event.workspaceId())) {
            Optional<WorkspaceInvitation> invitation = invitations.byId(id).filter(i -> !inviters.could(i));
            invitation.ifPresent(i -> notifications.insert(
                    event,
                    NotificationKind.INVITATION_WAITING,
                    new Subject(null, i.workspaceId(), i.workspaceName(), "invitation", i.id().toString(), i.email()),
                    Map.of(),
                    audiences.of(new Audience.WorkspaceAdmins(i.workspaceId()))));
        }
    }

    private static NotificationKind[] approvals() {
        return Arrays.stream(NotificationKind.values())
                .filter(NotificationKind::approval)
                .toArray(NotificationKind[]::new);
    }

    private void settle(Event event) {
        switch (event.kind()) {
            case USER_INVITED -> notifications.settleBringIn(event, String.valueOf(event.objectName()), "INVITED");
            case USER_JOINED ->
                notifications
                        .addressOf(event.object())
                        .ifPresent(email -> notifications.settleBringIn(event, email, "JOINED"));
            case APPLICATION_APPROVED ->
                notifications.settle(
                        event,
                        "APPROVED",
                        switch (event.text("by")) {
                            case "WORKSPACE" -> NotificationKind.JOINING_ASKED;
                            case "PROJECT" -> NotificationKind.CHOOSING_ASKED;
                            default -> NotificationKind.LEVEL_ASKED;
                        });
            case APPLICATION_GRANTED -> notifications.settle(event, "APPROVED", approvals());
            case APPLICATION_REJECTED -> notifications.settle(event, "REJECTED", approvals());
            case APPLICATION_WITHDRAWN -> notifications.settle(event, "WITHDRAWN", approvals());
            case DATASET_OPENED -> notifications.settle(event, "CONFIRMED", NotificationKind.OPENING_ASKED);
            case DATASET_OPENING_REJECTED -> notifications.settle(event, "REJECTED", NotificationKind.OPENING_ASKED);
            case DATASET_OPENING_WITHDRAWN -> notifications.settle(event, "WITHDRAWN", NotificationKind.OPENING_ASKED);
            case DATASET_DELETED -> {
                notifications.settle(event, "DELETED", NotificationKind.OPENING_ASKED);
                notifications.settleApplications(event, "DELETED");
            }
            case INVITATION_RENEWED -> notifications.settle(event, "RENEWED", NotificationKind.INVITATION_WAITING);
            default ->
                notifications.settle(event, "REVOKED", NotificationKind.INVITATION_WAITING, NotificationKind.BRING_IN);
        }
    }
}
