package dev.kontor.notification;

import static dev.kontor.notification.NotificationKind.*;

import dev.kontor.audit.AuditKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * That somebody is to be told of an event: whom, and what its sentence says besides names. Which events lead to which
 * notices is decided here, and nowhere else.
 */
record Notice(NotificationKind kind, Audience audience, Map<String, Object> words) {
    private static final int NAMES = 10;

    /** Whom a notice is for; found when it is told, since offices change hands. */
    sealed interface Audience {
        /** This user, where active. */
        record User(UUID id) implements Audience {}

        record Administrators(Set<UUID> organizations) implements Audience {}

        /** Administrators who can bring the invited address into their organization; nobody if it is in already. */
        record CanBringIn(UUID invitation) implements Audience {}

        record WorkspaceAdmins(UUID workspace) implements Audience {}

        /** The dataset's owner, or while they are locked the workspace owner (T-13). */
        record DatasetApprover(UUID dataset) implements Audience {}

        /** Whoever may edit a project. */
        record ProjectEditors(UUID project) implements Audience {}

        /** The administrators of the organization that owns a workspace, but not those who administer that itself. */
        record House(UUID workspace, UUID organization) implements Audience {}

        record Members(UUID workspace) implements Audience {}

        /** O-07: who owns datasets in a workspace, and who manages it for a partner; but not its admins. */
        record LosingByPurge(UUID workspace) implements Audience {}

        /** Those of them who were warned of a purge at that moment; nobody where no warning had gone out yet. */
        record WarnedOfPurge(UUID workspace, Instant deadline) implements Audience {}

        /** People who own datasets in a project; each is told of their own. */
        record DatasetOwners(UUID project) implements Audience {}
    }

    /** Events that may end what an inviter could, so that invitations wait for somebody else (O-01). */
    static final Set<AuditKind> WEAKENS_INVITERS = EnumSet.of(
            AuditKind.MEMBER_REMOVED,
            AuditKind.MEMBER_LEFT,
            AuditKind.MEMBER_ROLES_CHANGED,
            AuditKind.MEMBER_ROLES_STRIPPED,
            AuditKind.USER_LOCKED,
            AuditKind.USER_REMOVED,
            AuditKind.USER_MOVED_AWAY);

    /** Events that do what a notification asked for. */
    static final Set<AuditKind> SETTLES = EnumSet.of(
            AuditKind.USER_INVITED,
            AuditKind.USER_JOINED,
            AuditKind.INVITATION_RENEWED,
            AuditKind.INVITATION_REVOKED,
            AuditKind.DATASET_OPENED,
            AuditKind.DATASET_OPENING_REJECTED,
            AuditKind.DATASET_OPENING_WITHDRAWN,
            AuditKind.APPLICATION_APPROVED,
            AuditKind.APPLICATION_GRANTED,
            AuditKind.APPLICATION_REJECTED,
            AuditKind.APPLICATION_WITHDRAWN,
            AuditKind.DATASET_DELETED);

    private static final Set<AuditKind> TOLD = EnumSet.of(
            AuditKind.MEMBER_ADDED,
            AuditKind.MEMBER_ADMITTED,
            AuditKind.MEMBER_INVITED,
            AuditKind.MEMBER_JOINED,
            AuditKind.COLLABORATOR_ADDED,
            AuditKind.COLLABORATOR_TYPES_CHANGED,
            AuditKind.COLLABORATOR_REMOVED,
            AuditKind.PROJECT_HANDED_OVER,
            AuditKind.DATASET_HANDED_OVER,
            AuditKind.PROJECT_MEMBER_CHOSEN,
            AuditKind.PROJECT_TRASHED,
            AuditKind.APPLICATION_MADE,
            AuditKind.APPLICATION_OWNER_ASKED,
            AuditKind.DATASET_OPENING_ASKED,
            AuditKind.DATASET_DERIVATION_STOPPED,
            AuditKind.DATASET_LEVEL_GRANTED,
            AuditKind.DATASET_OWNERSHIP_TRANSFERRED,
            AuditKind.ORGANIZATION_WORKFORCE_ACCESS_GRANTED,
            AuditKind.ORGANIZATION_WORKFORCE_ACCESS_WITHDRAWN,
            AuditKind.WORKSPACE_OWNERSHIP_TRANSFERRED,
            AuditKind.WORKSPACE_QUOTA_NEARED,
            AuditKind.WORKSPACE_PLAN_SWITCHED,
            AuditKind.WORKSPACE_DEACTIVATED,
            AuditKind.WORKSPACE_REACTIVATED,
            AuditKind.WORKSPACE_WARNED,
            AuditKind.WORKSPACE_DELETION_SCHEDULED,
            AuditKind.WORKSPACE_RESTORED,
            AuditKind.WORKSPACE_PURGED,
            AuditKind.WORKSPACE_DELETED,
            AuditKind.USER_ADMINISTRATOR_APPOINTED,
            AuditKind.USER_ADMINISTRATOR_DISMISSED,
            AuditKind.USER_PASSWORD_CHANGED,
            AuditKind.USER_PASSWORD_RESET_OFFERED,
            AuditKind.USER_PASSWORD_RESET,
            AuditKind.KEY_CREATED);

    /** Whether anybody may have to be told of events of this kind. */
    static boolean concerns(AuditKind kind) {
        return TOLD.contains(kind) || WEAKENS_INVITERS.contains(kind) || SETTLES.contains(kind);
    }

    static List<Notice> of(Event event) {
        return switch (event.kind()) {
            case MEMBER_ADDED ->
                List.of(of(ADDED_TO_WORKSPACE, user(event.object()), "roles", spoken(event.texts("roles"))));
            case MEMBER_ADMITTED -> List.of(of(ADMITTED_TO_WORKSPACE, user(event.object())));
            case MEMBER_REMOVED -> List.of(of(REMOVED_FROM_WORKSPACE, user(event.object())));
            case MEMBER_ROLES_CHANGED, MEMBER_ROLES_STRIPPED ->
                List.of(of(ROLES_CHANGED, user(event.object()), "roles", spoken(event.texts("after"))));
            case MEMBER_INVITED -> List.of(of(BRING_IN, new Audience.CanBringIn(event.object())));
            case MEMBER_JOINED -> event.detail().has("inviter") ? List.of(accepted(event)) : List.of();
            case COLLABORATOR_ADDED ->
                List.of(of(
                        COLLABORATION_BEGAN,
                        new Audience.Administrators(Set.of(event.house(), event.object())),
                        "types",
                        spoken(event.texts("types"))));
            case COLLABORATOR_TYPES_CHANGED ->
                List.of(of(
                        COLLABORATION_CHANGED,
                        new Audience.Administrators(Set.of(event.object())),
                        "types",
                        spoken(event.texts("after"))));
            case COLLABORATOR_REMOVED ->
                List.of(of(
                        COLLABORATION_ENDED,
                        new Audience.Administrators(Set.of(event.object())),
                        "members",
                        event.detail().path("members").asInt()));
            case PROJECT_HANDED_OVER -> List.of(handedOver(event, "projects"));
            case DATASET_HANDED_OVER -> List.of(handedOver(event, "datasets"));
            case PROJECT_MEMBER_CHOSEN -> List.of(of(PROJECT_CHOSEN, user(event.id("member"))));
            case PROJECT_TRASHED -> List.of(of(PROJECT_TRASHED, new Audience.DatasetOwners(event.object())));
            case DATASET_LEVEL_GRANTED ->
                List.of(of(
                        DATASET_LEVEL_GRANTED,
                        user(event.id("user")),
                        "level",
                        spoken(List.of(event.detail().path("level").asString()))));
            case DATASET_OWNERSHIP_TRANSFERRED -> List.of(of(DATASET_RECEIVED, user(event.id("owner"))));
            case APPLICATION_MADE, APPLICATION_OWNER_ASKED, APPLICATION_REJECTED -> applied(event);
            case DATASET_OPENING_ASKED -> List.of(of(OPENING_ASKED, new Audience.WorkspaceAdmins(event.workspace())));
            case DATASET_OPENED -> List.of(of(OPENING_CONFIRMED, user(event.id("askedBy"))));
            case DATASET_OPENING_REJECTED -> List.of(of(OPENING_REJECTED, user(event.id("askedBy"))));
            case DATASET_DERIVATION_STOPPED ->
                List.of(of(
                        DERIVATION_STOPPED,
                        user(event.actorId()),
                        "dataset",
                        event.text("dataset"),
                        "why",
                        why(event.text("reason"))));
            case ORGANIZATION_WORKFORCE_ACCESS_GRANTED ->
                List.of(of(WORKFORCE_ACCESS_GRANTED, new Audience.Administrators(Set.of(event.object()))));
            case ORGANIZATION_WORKFORCE_ACCESS_WITHDRAWN ->
                List.of(of(WORKFORCE_ACCESS_WITHDRAWN, new Audience.Administrators(Set.of(event.object()))));
            case WORKSPACE_OWNERSHIP_TRANSFERRED ->
                List.of(
                        of(OWNERSHIP_RECEIVED, user(event.object())),
                        of(OWNERSHIP_TRANSFERRED, new Audience.WorkspaceAdmins(event.workspace())));
            case WORKSPACE_QUOTA_NEARED ->
                List.of(of(
                        QUOTA_NEARED,
                        new Audience.WorkspaceAdmins(event.workspace()),
                        "quota",
                        event.text("quota"),
                        "percent",
                        event.detail().path("percent").asInt(),
                        "used",
                        event.text("used"),
                        "limit",
                        event.text("limit")));
            case WORKSPACE_PLAN_SWITCHED,
                    WORKSPACE_DEACTIVATED,
                    WORKSPACE_REACTIVATED,
                    WORKSPACE_WARNED,
                    WORKSPACE_DELETION_SCHEDULED,
                    WORKSPACE_RESTORED,
                    WORKSPACE_PURGED,
                    WORKSPACE_DELETED -> LifeNotices.of(event);
            case USER_ADMINISTRATOR_APPOINTED, USER_ADMINISTRATOR_DISMISSED ->
                List.of(of(
                        OFFICE_CHANGED,
                        user(event.object()),
                        "appointed",
                        event.kind() == AuditKind.USER_ADMINISTRATOR_APPOINTED));
            case USER_PASSWORD_CHANGED -> List.of(of(PASSWORD_CHANGED, user(event.object())));
            case USER_PASSWORD_RESET_OFFERED -> List.of(of(PASSWORD_RESET_OFFERED, user(event.object())));
            case USER_PASSWORD_RESET -> List.of(of(PASSWORD_RESET, user(event.object())));
            case KEY_CREATED -> List.of(of(KEY_CREATED, user(event.actorId())));
            default -> List.of();
        };
    }

    private static Notice accepted(Event event) {
        Audience inviter = user(event.id("inviter"));
        String roles = spoken(event.texts("roles"));
        return of(INVITATION_ACCEPTED, inviter, "roles", roles, "dropped", spoken(event.texts("dropped")));
    }

    /** T-13, T-14, O-14: each whose word it takes is asked; whoever is turned away is told. */
    private static List<Notice> applied(Event event) {
        Object[] words = {
            "level", spoken(List.of(event.text("level"))),
            "name", event.text("name"),
            "dataset", event.text("dataset"),
            "project", event.text("project")
        };
        if (event.kind() == AuditKind.APPLICATION_REJECTED) {
            return List.of(of(APPLICATION_REJECTED, user(event.id("applicant")), words));
        }
        List<Notice> asked = new ArrayList<>();
        if (event.kind() == AuditKind.APPLICATION_OWNER_ASKED
                || event.detail().path("asksOwner").asBoolean()) {
            asked.add(of(LEVEL_ASKED, new Audience.DatasetApprover(event.id("dataset")), words));
        }
        switch (event.detail().path("enters").asString("")) {
            case "WORKSPACE" -> asked.add(of(JOINING_ASKED, new Audience.WorkspaceAdmins(event.workspace()), words));
            case "PROJECT" -> asked.add(of(CHOOSING_ASKED, new Audience.ProjectEditors(event.id("project")), words));
            default -> {}
        }
        return asked;
    }

    /** Why something that went on without its starter was stopped, by the code of the refusal. */
    private static String why(String reason) {
        return switch (reason) {
            case "paths-clash" -> "two of its sources have a file at the same path";
            case "not-found" -> "a source or its project is gone, or not shared with you any more";
            case "forbidden", "key-too-narrow" -> "you may not use a source any more, or not add to its project";
            case "not-signed-in" -> "the access key that began it is gone";
            case "failed-repeatedly" -> "it failed again and again, for a reason of the server's own";
            default -> "it was refused on its way; its page says why";
        };
    }

    private static Notice handedOver(Event event, String things) {
        return of(HANDED_OVER, user(event.id("heir")), "things", things);
    }

    private static Audience user(UUID id) {
        return new Audience.User(id);
    }

    static Notice of(NotificationKind kind, Audience audience, Object... words) {
        Map<String, Object> said = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            said.put(String.valueOf(words[i]), words[i + 1]);
        }
        return new Notice(kind, audience, said);
    }

    /** {@code PROJECT_MANAGER, ADMIN} reads as {@code project manager, admin}; names are left as they are. */
    static String spoken(List<String> constants) {
        return listed(constants.stream()
                .sorted()
                .map(text -> text.matches("[A-Z][A-Z_]+")
                        ? text.toLowerCase(Locale.ROOT).replace('_', ' ')
                        : text)
                .toList());
    }

    /** As many names as fit into a sentence, and how many more there are. */
    static String listed(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
        return names.size() > NAMES ? shown + " and " + (names.size() - NAMES) + " more" : shown;
    }
}
