package dev.kontor.audit;

import static dev.kontor.audit.AuditKind.By.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every kind of event, {@code scope.action} in the log: {@code member.roles-changed} of MEMBER_ROLES_CHANGED. Each says
 * whether somebody did it, what kind of object it is about, what happened in a sentence, and which particulars it carries;
 * docs/events.md is printed from it. A name that was ever in a log is never changed.
 */
public enum AuditKind {
    // spotless:off
    ORGANIZATION_REGISTERED(PERSON, "organization", "An organization was registered."),
    ORGANIZATION_EDITED(PERSON, "organization", "An organization was renamed."),
    ORGANIZATION_WORKFORCE_ACCESS_GRANTED(PERSON, "organization", "The object's people may now see and pick the people of the actor's organization (O-04)."),
    ORGANIZATION_WORKFORCE_ACCESS_WITHDRAWN(PERSON, "organization", "The object's people see the people of the actor's organization no more (O-04)."),
    ORGANIZATION_CODE_RENEWED(PERSON, "organization", "The code by which others name the organization was made anew (O-04)."),
    ORGANIZATION_CLOSED(PERSON, "organization", "The last user left, and the organization was closed (C-01)."),
    USER_JOINED(PERSON, "user", "A new user came into the organization."),
    USER_INVITED(PERSON, "invitation", "An administrator invited an address into the organization (C-06)."),
    USER_INVITATION_REVOKED(PERSON, "invitation", "Such an invitation was revoked."),
    USER_ADMINISTRATOR_APPOINTED(PERSON, "user", "A user was made an organization administrator (C-03)."),
    USER_ADMINISTRATOR_DISMISSED(PERSON, "user", "A user is an organization administrator no more (C-03)."),
    USER_LOCKED(PERSON, "user", "An administrator locked a user's account (C-06)."),
    USER_UNLOCKED(PERSON, "user", "An administrator unlocked a user's account (C-06)."),
    USER_REMOVED(PERSON, "user", "An administrator removed a user for good (C-06)."),
    USER_MOVED_AWAY(PERSON, "user", "A user left for another organization (C-01)."),
    USER_SIGNED_IN(PERSON, "user", "A user signed in."),
    USER_SIGNED_OUT(PERSON, "user", "A user signed out."),
    USER_SESSION_ENDED(PERSON, "user", "A user ended another session of their own."),
    USER_RENAMED(PERSON, "user", "A user changed their name.", "name"),
    USER_PASSWORD_CHANGED(PERSON, "user", "A user changed their password."),
    USER_PASSWORD_RESET_OFFERED(PERSON, "user", "An administrator, or the operator, made a one-time link to a user's new password (O-06).", "source"),
    USER_PASSWORD_RESET(PERSON, "user", "A user set a new password by a one-time link (O-06).", "source"),
    USER_PREFERENCES_CHANGED(PERSON, "user", "A user chose whether a kind of notification comes by mail.", "kind", "mail"),
    KEY_CREATED(PERSON, "key", "A user made an access key."),
    KEY_DELETED(PERSON, "key", "A user deleted an access key."),
    ACTIVITY_EXPORTED(PERSON, "activity", "The log itself was exported, of the workspace or of the organization (C-07)."),
    WORKSPACE_CREATED(PERSON, "workspace", "A workspace was created."),
    WORKSPACE_EDITED(PERSON, "workspace", "Name or description of a workspace was changed."),
    WORKSPACE_LOGO_CHANGED(PERSON, "workspace", "A workspace got another logo (A-04)."),
    WORKSPACE_LOGO_REMOVED(PERSON, "workspace", "A workspace's logo was taken away."),
    WORKSPACE_PLAN_SWITCHED(PERSON, "workspace", "The workspace owner switched to the Enterprise plan (A-12); whether people had been warned of the end that this calls off.", "before", "until", "warned"),
    WORKSPACE_DEACTIVATED(CLOCK, "workspace", "The trial ended without a switch, in the owner's name (A-13).", "until"),
    WORKSPACE_REACTIVATED(CLOCK, "workspace", "The clock had been wrong, and the trial goes on.", "until"),
    WORKSPACE_WARNED(CLOCK, "workspace", "People were warned of the end of the trial, of a purge or of a deletion (O-07).", "ending", "deadline", "lead"),
    WORKSPACE_DELETION_SCHEDULED(PERSON, "workspace", "The workspace owner deleted the workspace; until then it can be restored (A-16).", "until"),
    WORKSPACE_RESTORED(PERSON, "workspace", "The workspace owner took a deletion back (A-16); until when the state lasts that it came back to.", "state", "until"),
    WORKSPACE_PURGED(CLOCK, "workspace", "Everything in the workspace went for good, but what A-15 lists, in the owner's name (A-14)."),
    WORKSPACE_DELETED(CLOCK, "workspace", "A workspace was deleted for good, in the owner's name (A-16)."),
    WORKSPACE_OWNERSHIP_TRANSFERRED(PERSON, "user", "A workspace passed to a new owner (A-08).", "before"),
    WORKSPACE_QUOTA_NEARED(CLOCK, "workspace", "What was just stored or inferred took a workspace past 80 or 95 percent of a quota (O-08).", "quota", "percent", "used", "limit"),
    MEMBER_ADDED(PERSON, "user", "A known user was made a member (M-07).", "roles"),
    MEMBER_INVITED(PERSON, "invitation", "An address was invited as a member (M-07).", "roles"),
    MEMBER_JOINED(PERSON, "user", "A user became a member by an invitation; what it could not give any more was dropped (O-01).", "roles", "inviter", "dropped"),
    MEMBER_ADDITION_STARTED(PERSON, "organization", "Adding all existing people of an organization was begun (K-11, M-08).", "people"),
    MEMBER_ADDITION_CANCELLED(PERSON, "organization", "Adding an organization's people was cancelled; who was added stays.", "added"),
    MEMBER_ADMITTED(CLOCK, "user", "Somebody who came into the organization became a member by themselves: by auto-invite (K-10) or implicitly (M-09).", "rule"),
    MEMBER_ROLES_CHANGED(PERSON, "user", "A member's roles were changed (M-11).", "before", "after"),
    MEMBER_ROLES_STRIPPED(PERSON, "user", "A member lost roles that the organization's collaboration types allow no more (K-07).", "before", "after"),
    MEMBER_REMOVED(PERSON, "user", "A member was removed (M-10)."),
    MEMBER_LEFT(PERSON, "user", "A member left (A-07)."),
    INVITATION_REVOKED(PERSON, "invitation", "An invitation into the workspace was revoked."),
    INVITATION_RENEWED(PERSON, "invitation", "An invitation into the workspace was renewed, and lives a full life again."),
    COLLABORATOR_INVITED(PERSON, "invitation", "An organization was invited through somebody's address (K-05).", "types", "roles", "access"),
    COLLABORATOR_ADDED(PERSON, "organization", "An organization became a collaborator (K-05).", "types", "access"),
    COLLABORATOR_TYPES_CHANGED(PERSON, "organization", "A collaborator's types were changed (K-07).", "before", "after"),
    COLLABORATOR_ACCESS_CHANGED(PERSON, "organization", "A collaborator's project access was changed (K-08).", "full", "granted", "withdrawn"),
    COLLABORATOR_AUTO_INVITE_CHANGED(PERSON, "organization", "Auto-invite of a collaborator was switched (K-10).", "on"),
    ORGANIZATION_AUTO_INVITE_CHANGED(PERSON, "organization", "An organization's administrators let others auto-invite its people, or no more (O-04).", "allowed"),
    COLLABORATOR_REMOVED(PERSON, "organization", "A collaborator was removed with all its members (K-12).", "members"),
    PROJECT_CREATED(PERSON, "project", "A project was created.", "visibility"),
    PROJECT_EDITED(PERSON, "project", "A project's name, description, lead or period was changed.", "before"),
    PROJECT_VISIBILITY_CHANGED(PERSON, "project", "A project's visibility was changed (C-08).", "visibility", "before"),
    PROJECT_ARCHIVED(PERSON, "project", "A project was archived (O-13)."),
    PROJECT_REOPENED(PERSON, "project", "An archived project was reopened."),
    PROJECT_TRASHED(PERSON, "project", "A project was moved to the trash (O-13); these others owned datasets in it.", "datasetOwners"),
    PROJECT_RESTORED(PERSON, "project", "A project was taken out of the trash."),
    PROJECT_PURGED(CLOCK, "project", "A project whose time in the trash was over was purged, in the name of whoever deleted it (O-13)."),
    PROJECT_HANDED_OVER(PERSON, "project", "Projects passed to an heir, because their creators ceased to have them (O-02).", "projects", "heir"),
    PROJECT_MEMBER_CHOSEN(PERSON, "project", "A member was chosen for a project.", "member"),
    PROJECT_MEMBER_DROPPED(PERSON, "project", "A member was taken off a project.", "member"),
    DOCUMENT_ADDED(PERSON, "document", "A file or a link was added to a project (A-02).", "project", "type"),
    DOCUMENT_REPLACED(PERSON, "document", "The content of a file was replaced.", "project", "type"),
    DOCUMENT_EDITED(PERSON, "document", "A document was renamed, or a link points elsewhere.", "project", "before"),
    DOCUMENT_DELETED(PERSON, "document", "A document was deleted.", "project"),
    DATASET_CREATED(PERSON, "dataset", "A dataset was created.", "project", "visibility"),
    DATASET_EDITED(PERSON, "dataset", "A dataset's name, description or visibility was changed.", "visibility"),
    DATASET_OPENING_ASKED(PERSON, "dataset", "Somebody asked to open a dataset to every signed-in user; a workspace admin is to confirm it (T-03)."),
    DATASET_OPENING_WITHDRAWN(PERSON, "dataset", "Whoever administers the dataset no longer asks to open it."),
    DATASET_OPENING_REJECTED(PERSON, "dataset", "A workspace admin said no to opening a dataset.", "askedBy"),
    DATASET_OPENED(PERSON, "dataset", "A dataset was opened to every signed-in user, as somebody asked or at once (T-03).", "askedBy"),
    DATASET_CLOSED(PERSON, "dataset", "A dataset that was open ends at its workspace again; strangers lost it at once (T-03)."),
    DATASET_DELETED(PERSON, "dataset", "A dataset was deleted for good (T-16)."),
    DATASET_HANDED_OVER(PERSON, "dataset", "Datasets passed to an heir, because their owners ceased to have them (O-02).", "datasets", "heir"),
    DATASET_LEVEL_GRANTED(PERSON, "dataset", "A user was given a level on a dataset.", "user", "name", "level"),
    DATASET_LEVEL_WITHDRAWN(PERSON, "dataset", "A user's level on a dataset was taken away.", "user", "name", "level"),
    DATASET_LEFT(PERSON, "dataset", "A user gave up their own level on a dataset (T-15).", "level"),
    DATASET_OWNERSHIP_TRANSFERRED(PERSON, "dataset", "A dataset passed to a new owner (T-02).", "owner", "name", "before"),
    DATASET_EXPORTED(PERSON, "dataset", "A version was downloaded as a zip.", "version", "items", "bytes"),
    DATASET_LABELS_EXPORTED(PERSON, "dataset", "A version was exported in one of the usual formats, with its files or without.", "version", "format", "items", "images"),
    DATASET_DERIVATION_STARTED(PERSON, "derivation", "Making a dataset from versions of others was begun, by filtering, merging or duplicating.", "sources"),
    DATASET_DERIVATION_CANCELLED(PERSON, "derivation", "That was cancelled; the unfinished dataset was deleted.", "sources"),
    DATASET_DERIVATION_STOPPED(CLOCK, "derivation", "That was refused on its way, for want of rights or because paths clashed.", "sources", "dataset", "reason"),
    DATASET_AUTHENTICATION_SET(PERSON, "dataset", "It was said from which bucket outside the dataset imports, and with which credentials (T-10); those are nowhere in the log.", "bucket"),
    DATASET_AUTHENTICATION_REMOVED(PERSON, "dataset", "That was taken away.", "bucket"),
    BUCKET_IMPORT_STARTED(PERSON, "import", "Importing objects from a bucket outside into a draft was begun (T-10).", "dataset", "number"),
    BUCKET_IMPORT_DONE(CLOCK, "import", "All of them were looked at.", "dataset", "number"),
    BUCKET_IMPORT_CANCELLED(PERSON, "import", "That was cancelled; what was in the draft by then stays there.", "dataset", "number"),
    BUCKET_IMPORT_STOPPED(CLOCK, "import", "That was refused on its way: for want of rights, credentials, room, or of the bucket itself.", "dataset", "number"),
    INFERENCE_RESERVED(PERSON, "dataset", "Somebody may have labels inferred for so many files (O-20).", "reservation", "files", "inferred"),
    INFERENCE_REPORTED(PERSON, "dataset", "They told how many were by then.", "reservation", "files", "inferred"),
    INFERENCE_SETTLED(PERSON, "dataset", "They told how many were in the end; the rest was given back.", "reservation", "files", "inferred"),
    INFERENCE_ENDED(PERSON, "dataset", "Whoever looks after the workspace or the project ended the reservation of this user; the rest was given back.", "reservation", "files", "inferred", "user", "name"),
    INFERENCE_EXPIRED(CLOCK, "dataset", "Nothing was heard of it, so the rest was given back, in their name.", "reservation", "files", "inferred"),
    LINK_MADE(PERSON, "link", "A link that gives a level on a dataset was made, for one address or for whoever has it (T-12).", "dataset", "level", "email"),
    LINK_REVOKED(PERSON, "link", "Such a link was revoked.", "dataset", "email"),
    APPLICATION_MADE(PERSON, "application", "Somebody was invited to a dataset or followed a link, and others have a say: who lets them in, and the owner (T-13, T-14).", "applicant", "dataset", "name", "project", "level", "enters", "asksOwner"),
    APPLICATION_OWNER_ASKED(PERSON, "application", "The inviter's word is not enough any more, so the dataset's owner is asked as well (T-13).", "applicant", "dataset", "name", "project", "level"),
    APPLICATION_APPROVED(PERSON, "application", "One of those who have a say said yes.", "applicant", "dataset", "name", "project", "level", "by"),
    APPLICATION_GRANTED(PERSON, "application", "All said yes, and the applicant holds the level.", "applicant", "dataset", "name", "project", "level"),
    APPLICATION_REJECTED(PERSON, "application", "One of those who have a say said no.", "applicant", "dataset", "name", "project", "level"),
    APPLICATION_WITHDRAWN(PERSON, "application", "The applicant wants it no more.", "applicant", "dataset", "name", "project", "level"),
    DRAFT_OPENED(PERSON, "dataset", "A draft was opened.", "number"),
    DRAFT_CHANGED(PERSON, "dataset", "Items of a draft were staged or removed.", "number", "staged", "removed"),
    DRAFT_IMPORT_STARTED(PERSON, "dataset", "Reading labels from a file into a draft was begun.", "number", "format", "bytes"),
    DRAFT_IMPORT_DONE(CLOCK, "dataset", "That came to its end.", "number", "format", "items", "labels", "files", "problems"),
    DRAFT_IMPORT_CANCELLED(PERSON, "dataset", "That was cancelled; what was read until then is in the draft.", "number", "format"),
    DRAFT_IMPORT_STOPPED(CLOCK, "dataset", "That was refused, for what is in the file, or for want of rights or a draft.", "number", "format", "reason"),
    DRAFT_DISCARDED(PERSON, "dataset", "A draft was discarded.", "number"),
    VERSION_COMMITTED(PERSON, "dataset", "A draft was committed as a version.", "number", "message", "added", "changed", "removed", "branch", "tag"),
    VERSION_SWITCHED(PERSON, "dataset", "A draft was filled with what makes a branch as another version is.", "number", "branch", "to", "added", "changed", "removed"),
    VERSION_DELETED(PERSON, "dataset", "A version was deleted; its neighbours stay as they are.", "number"),
    BRANCH_CREATED(PERSON, "dataset", "A branch was started from a version.", "branch", "from"),
    BRANCH_RENAMED(PERSON, "dataset", "A branch got another name.", "branch", "before"),
    BRANCH_DELETED(PERSON, "dataset", "A branch was deleted with the versions that were its own.", "branch", "versions"),
    TAG_CREATED(PERSON, "dataset", "A version got a tag.", "tag", "number"),
    TAG_DELETED(PERSON, "dataset", "A tag was taken off a version.", "tag", "number");
    // spotless:on

    enum By {
        /** Whoever is the actor did it then. */
        PERSON,
        /** It came by itself, in the actor's name: by the clock, at the end of long work, or out of something else. */
        CLOCK
    }

    private final By by;
    private final String object;
    private final String sentence;
    private final List<String> details;

    AuditKind(By by, String object, String sentence, String... details) {
        this.by = by;
        this.object = object;
        this.sentence = sentence;
        this.details = List.of(details);
    }

    private static final Map<String, AuditKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(AuditKind::code, kind -> kind));

    /** The kind of that name in the log. */
    public static AuditKind of(String code) {
        AuditKind kind = BY_CODE.get(code);
        if (kind == null) {
            throw new IllegalArgumentException("No kind of event is called " + code);
        }
        return kind;
    }

    /** The stable name in the log. */
    public String code() {
        String name = name().toLowerCase(Locale.ROOT);
        int scope = name.indexOf('_');
        return name.substring(0, scope) + "." + name.substring(scope + 1).replace('_', '-');
    }

    /** Whether its actor did nothing then, and it only stands there in their name. */
    public boolean byTheClock() {
        return by == CLOCK;
    }

    /** Of all those the names in the log, for who asks what people did. */
    public static String[] codesByTheClock() {
        return Arrays.stream(values())
                .filter(AuditKind::byTheClock)
                .map(AuditKind::code)
                .toArray(String[]::new);
    }

    /** What kind of thing it is about: {@code user}, {@code project}. */
    public String object() {
        return object;
    }

    public String sentence() {
        return sentence;
    }

    /** The names of the particulars that an event of this kind may carry. */
    public List<String> details() {
        return details;
    }

    /** Whether an event is as this kind says that it is. */
    boolean describes(String objectKind, Map<String, Object> detail) {
        return object.equals(objectKind) && details.containsAll(detail.keySet());
    }
}
