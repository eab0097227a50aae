package dev.kontor.web;

import static org.springframework.http.HttpStatus.*;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Every way in which the server says no: status, field and rule it comes from, and the sentence a person reads.
 * The name in lower case with dashes is the stable code of the problem document (RFC 9457).
 */
public enum Refusal {
    // spotless:off
    NOT_SIGNED_IN                (UNAUTHORIZED, "", "", "Sign in first."),
    WRONG_CREDENTIALS            (UNAUTHORIZED, "", "", "The e-mail address or the password is wrong."),
    TOO_MANY_ATTEMPTS            (HttpStatus.TOO_MANY_REQUESTS, "", "", "Too many attempts; wait %s minutes."),
    TOO_MANY_REQUESTS            (HttpStatus.TOO_MANY_REQUESTS, "", "", "Too many requests; wait %s seconds."),
    TOO_MANY_STREAMS             (HttpStatus.TOO_MANY_REQUESTS, "", "", "A user has at most %s streams of events open at once."),
    CSRF_TOKEN_MISSING           (HttpStatus.FORBIDDEN, "X-XSRF-TOKEN", "", "The request lacks the token that protects against forged requests; load the page again."),

    NOT_FOUND                    (HttpStatus.NOT_FOUND, "", "O-03", "There is nothing here that you can see."),
    FORBIDDEN                    (HttpStatus.FORBIDDEN, "", "", "This needs the permission %s."),
    KEY_TOO_NARROW               (HttpStatus.FORBIDDEN, "", "", "This access key does not carry the permission %s."),
    BROWSER_ONLY                 (HttpStatus.FORBIDDEN, "", "", "An access key cannot do this; sign in with a password."),

    // malformed or unacceptable input
    MALFORMED                    (BAD_REQUEST, "", "", "%s"),
    UNKNOWN_FIELD                (UNPROCESSABLE_CONTENT, "", "", "There is no field %s here."),
    FIELD_MISSING                (UNPROCESSABLE_CONTENT, "", "", "%s is needed."),
    WRONG_TYPE                   (UNPROCESSABLE_CONTENT, "", "", "%s"),
    UNACCEPTABLE                 (UNPROCESSABLE_CONTENT, "", "", "%s"),
    BAD_CURSOR                   (UNPROCESSABLE_CONTENT, "cursor", "", "The cursor is not one that this list gave out."),
    TOO_LARGE                    (CONTENT_TOO_LARGE, "", "", "At most %s are taken here."),
    BAD_TEXT                     (UNPROCESSABLE_CONTENT, "", "", "%s"),
    BAD_EMAIL                    (UNPROCESSABLE_CONTENT, "", "", "This is not an e-mail address: %s."),
    BAD_PASSWORD                 (UNPROCESSABLE_CONTENT, "", "", "%s"),
    IDEMPOTENCY_KEY_USED         (UNPROCESSABLE_CONTENT, "Idempotency-Key", "", "This key came with another request already; a new request needs a new key."),
    REQUEST_RUNNING              (CONFLICT, "Idempotency-Key", "", "The same request is still running; ask again in a moment."),
    ALWAYS_MAILED                (UNPROCESSABLE_CONTENT, "mail", "", "What is about the safety of an account is always mailed."),
    CHANGED_MEANWHILE            (PRECONDITION_FAILED, "If-Match", "", "Somebody changed this meanwhile; load it again."),

    // organizations and users
    REGISTRATION_REFUSED         (CONFLICT, "email", "C-03", "This registration cannot be accepted. If you have an account already, sign in."),
    REGISTRATION_CLOSED          (HttpStatus.FORBIDDEN, "", "C-03", "Registration is closed here; ask for an invitation."),
    WRONG_PASSWORD               (HttpStatus.FORBIDDEN, "current", "", "The current password is wrong."),
    ALREADY_IN_ORGANIZATION      (CONFLICT, "email", "C-06", "%s belongs to this organization already."),
    LAST_ADMINISTRATOR           (CONFLICT, "", "C-03", "An organization keeps at least one unlocked administrator."),

    OWN_ACCOUNT                  (CONFLICT, "", "C-06", "Nobody does this to their own account; another administrator can."),
    USER_LOCKED                  (CONFLICT, "", "C-06", "This account is locked; unlock it first."),
    UNKNOWN_CODE                 (UNPROCESSABLE_CONTENT, "code", "O-04", "No organization goes by this code; ask for it again."),
    NOT_A_MEMBER_THERE           (UNPROCESSABLE_CONTENT, "handOver", "C-06", "This user is not a member of one of the workspaces named."),
    HEIR_NOT_YOURS               (HttpStatus.FORBIDDEN, "handOver", "O-02", "Only somebody who manages members of a workspace names who takes over there."),
    OWNER_IS_ACTIVE              (CONFLICT, "userId", "A-08", "The workspace owner is neither locked nor removed; they pass the workspace on themselves."),
    NOT_NAMEABLE                 (UNPROCESSABLE_CONTENT, "organizationId", "O-04", "This organization is not one that you can name here; enter its code."),
    OWN_CODE                     (UNPROCESSABLE_CONTENT, "code", "O-04", "This is the code of your own organization; your own people you see anyway."),
    // invitations
    INVITATION_EXPIRED           (CONFLICT, "", "O-01", "This invitation has expired; ask for a new one."),
    INVITATION_REVOKED           (CONFLICT, "", "O-01", "This invitation was revoked."),
    INVITATION_ACCEPTED          (CONFLICT, "", "O-01", "This invitation was accepted already."),
    INVITATION_WAITING           (CONFLICT, "", "O-01", "Whoever made this invitation could no longer make it; it waits until somebody renews it."),
    INVITATION_FOR_ANOTHER_ADDRESS(HttpStatus.FORBIDDEN, "", "O-01", "This invitation is for %s; sign in with that address."),
    ORGANIZATION_FIRST           (CONFLICT, "", "M-07", "An administrator of %s must bring this address in first; they have been asked."),
    OTHER_ORGANIZATION           (CONFLICT, "", "C-01", "This account belongs to another organization."),
    OWNS_WORKSPACE               (CONFLICT, "", "C-01", "Somebody who owns a workspace cannot change organization."),

    // workspaces
    WORKSPACE_ALREADY_CREATED    (CONFLICT, "", "A-05", "You have created a workspace already; a user creates only one."),
    BAD_LOGO                     (UNPROCESSABLE_CONTENT, "logo", "A-04", "A logo is a PNG or JPEG picture that can be read; other kinds, SVG among them, are refused."),
    PLAN_ALREADY_HELD            (CONFLICT, "", "A-12", "The workspace is on the Enterprise plan already."),
    DELETION_SCHEDULED_ALREADY   (CONFLICT, "", "A-16", "The workspace is to be deleted already."),
    NO_DELETION_SCHEDULED        (CONFLICT, "", "A-16", "Nothing deletes this workspace, so there is nothing to restore."),
    WORKSPACE_NAME_NOT_CONFIRMED (UNPROCESSABLE_CONTENT, "name", "A-16", "Type the workspace's name, %s, to delete it."),
    NO_WAY_BACK_TO_TRIAL         (UNPROCESSABLE_CONTENT, "plan", "A-12", "There is no way back to a trial; the Enterprise plan ends with the workspace."),
    WORKSPACE_NOT_WRITABLE       (CONFLICT, "", "A-13", "%s"),
    OWNER_CANNOT_LEAVE           (CONFLICT, "", "A-07", "The workspace owner transfers ownership before leaving."),
    OWNER_STAYS_ADMIN            (CONFLICT, "roles", "A-08", "The workspace owner always holds ADMIN."),

    // members and collaborators
    RANK                         (HttpStatus.FORBIDDEN, "roles", "M-06", "Your own roles do not reach as far as %s."),
    OWN_ROLES                    (HttpStatus.FORBIDDEN, "roles", "M-11", "Nobody adds a role to themself."),
    ROLE_NOT_ALLOWED_BY_TYPE     (UNPROCESSABLE_CONTENT, "roles", "M-05", "People of this organization may not hold %s; its collaboration types do not allow it."),
    NOT_A_COLLABORATOR           (UNPROCESSABLE_CONTENT, "organizationId", "M-07", "This organization is not a collaborator of the workspace."),
    ALREADY_COLLABORATOR         (CONFLICT, "organizationId", "K-05", "This organization is a collaborator already."),
    OWNING_ORGANIZATION          (CONFLICT, "organizationId", "K-05", "The owning organization cannot be invited, edited or removed."),
    OWNER_NOT_ASSIGNABLE         (UNPROCESSABLE_CONTENT, "types", "K-01", "OWNER cannot be assigned."),
    COLLABORATION_TYPE_ABOVE_OWN (HttpStatus.FORBIDDEN, "types", "K-04", "Your roles do not deal with %s."),
    OWN_ORGANIZATION             (HttpStatus.FORBIDDEN, "", "K-04", "Nobody changes the types or project access of their own organization."),
    FULL_ACCESS_ABOVE_OWN        (HttpStatus.FORBIDDEN, "projectAccess", "K-09", "Full access is given and taken only by people whose organization has it."),
    UNKNOWN_ORGANIZATION         (UNPROCESSABLE_CONTENT, "organizationId", "K-05", "There is no organization here that you could pick."),
    UNKNOWN_PROJECT              (UNPROCESSABLE_CONTENT, "projectAccess", "K-09", "There is no project %s here that you could grant or withdraw."),
    UNKNOWN_MEMBER               (UNPROCESSABLE_CONTENT, "", "O-02", "There is no member here that you could name."),

    // projects
    PROJECT_ARCHIVED             (CONFLICT, "", "O-13", "The project is archived; it can only be read."),
    PROJECT_TRASHED              (CONFLICT, "", "O-13", "The project is in the trash; it can only be read, or restored."),
    OTHERS_OWN_DATASETS          (CONFLICT, "", "O-12", "Others own datasets in this project: %s."),
    PROJECT_NOT_TRASHED          (CONFLICT, "", "O-13", "The project is not in the trash."),
    BAD_PERIOD                   (UNPROCESSABLE_CONTENT, "endsOn", "O-12", "A period ends on the day it starts, or later."),
    ORGANIZATION_LACKS_PROJECT   (CONFLICT, "", "C-10", "The organization of this member does not have the project."),
    DOCUMENT_NAME_TAKEN          (CONFLICT, "name", "A-02", "There is a document of this name in the project already: %s."),

    // datasets
    NAME_TAKEN                   (CONFLICT, "name", "T-02", "There is a dataset of this name in the project already: %s."),
    NAME_NOT_CONFIRMED           (UNPROCESSABLE_CONTENT, "name", "T-16", "Type the dataset's name, %s, to delete it."),
    OPENING_IS_ASKED_FOR         (UNPROCESSABLE_CONTENT, "visibility", "T-03", "A dataset is not opened by editing it: ask for its opening, which a workspace admin confirms."),
    ALREADY_OPEN                 (CONFLICT, "", "T-03", "The dataset is open to everybody already."),
    OPENING_NOT_ASKED            (CONFLICT, "", "T-03", "Nobody asks to open this dataset, or no more."),
    DOES_NOT_SEE_PROJECT         (UNPROCESSABLE_CONTENT, "user", "O-14", "%s does not see the project; choose them as a member of it first."),
    OWNER_LEVEL                  (CONFLICT, "level", "T-15", "The dataset owner's level changes only by a transfer."),
    LEVEL_ABOVE_OWN              (HttpStatus.FORBIDDEN, "level", "T-13", "Your own level on this dataset is %s; nobody gives more than they hold."),
    LINK_LEVEL                   (UNPROCESSABLE_CONTENT, "level", "T-12", "A link gives %s at most; invite an address for more."),
    PROJECT_IS_PRIVATE           (CONFLICT, "", "O-14", "The project is private, so nobody else can be let into it; share it first."),
    APPLICATION_DECIDED          (CONFLICT, "", "T-13", "This was decided already, or is not for you to decide."),
    APPLICANT_LEFT               (CONFLICT, "", "T-13", "%s can no longer be given this; reject the application."),
    BAD_PATH                     (UNPROCESSABLE_CONTENT, "path", "", "%s"),
    DIGEST_MISMATCH              (UNPROCESSABLE_CONTENT, "Content-Digest", "", "The bytes do not have the digest that was announced."),
    UNKNOWN_CONTENT              (CONFLICT, "digest", "", "The content of %s must be sent."),
    NO_DRAFT                     (CONFLICT, "", "", "This draft is open no more; somebody committed or discarded it."),
    NOTHING_TO_COMMIT            (CONFLICT, "", "", "The draft changes nothing."),
    REF_NAME_TAKEN               (CONFLICT, "name", "", "There is a branch or tag of this name already: %s."),
    MAIN_BRANCH_STAYS            (CONFLICT, "", "", "The main branch is neither renamed nor deleted."),
    BRANCH_IN_USE                (CONFLICT, "", "", "These rest on the branch: %s."),
    VERSION_IN_USE               (CONFLICT, "", "", "These rest on the version: %s."),
    DRAFT_OPEN                   (CONFLICT, "", "", "The branch %s has an open draft; commit or discard it first."),
    ALREADY_THERE                (CONFLICT, "", "", "The branch %s is as version %s is; there is nothing to switch."),
    ARCHIVE_BOMB                 (UNPROCESSABLE_CONTENT, "", "", "More than %s times of what came in would come out of this archive."),
    PATH_TAKEN                   (CONFLICT, "to", "", "There is something at %s already."),
    PATHS_CLASH                  (CONFLICT, "conflicts", "", "There is %s already when %s comes; say what to keep, the first or the last."),
    MATCHING_TAKES_TOO_LONG      (UNPROCESSABLE_CONTENT, "where", "C-12", "Looking for what fits took longer than %s seconds and was given up; ask for less, for instance by path or media type. A dataset can be made of it all the same."),
    FAILED_REPEATEDLY            (CONFLICT, "", "", "It failed again and again for a reason of the server's own, which stands in its log."),
    NO_VERSION                   (CONFLICT, "", "", "There is no version yet; commit one first."),
    LABEL_TYPE_NOT_IN_CATALOG    (UNPROCESSABLE_CONTENT, "labels", "", "The dataset's catalog does not declare %s."),
    BAD_LABELS                   (UNPROCESSABLE_CONTENT, "labels", "", "%s"),
    BAD_CATALOG                  (UNPROCESSABLE_CONTENT, "catalog", "", "%s"),
    NO_THUMBNAIL                 (HttpStatus.NOT_FOUND, "", "", "There is no thumbnail of this item."),
    QUOTA_EXCEEDED               (CONFLICT, "", "O-08", "The workspace's quota of %s is %s; %s are used, and %s more do not fit."),
    RESERVATION_CLOSED           (CONFLICT, "", "O-20", "This reservation is %s."),
    NOT_ONES_OWN_RESERVATION     (HttpStatus.FORBIDDEN, "", "O-20", "Only whoever made a reservation says how many files were inferred."),
    INFERRED_OUT_OF_RANGE        (UNPROCESSABLE_CONTENT, "inferred", "O-20", "At least the %s files that were told before, and at most the %s reserved."),
    // buckets outside
    BUCKET_UNUSABLE              (UNPROCESSABLE_CONTENT, "", "T-10", "The bucket cannot be used: %s."),
    PRIVATE_NETWORK              (UNPROCESSABLE_CONTENT, "endpoint", "T-10", "This address leads into a private network, which the operator of this server does not allow."),
    BUCKET_UNAVAILABLE           (SERVICE_UNAVAILABLE, "endpoint", "T-10", "No store answers at this address, or it fails; try again later."),
    OBJECT_UNREADABLE            (CONFLICT, "", "T-10", "The bucket does not give this object out, or has it no more."),
    NO_AUTHENTICATION_INFO       (CONFLICT, "", "T-10", "The dataset has no authentication info of this bucket; one of its admins enters it first."),
    CREDENTIALS_UNREADABLE       (CONFLICT, "", "T-10", "The stored credentials were encrypted with another key than this server's; enter them again."),
    IMPORT_RUNNING               (CONFLICT, "", "T-10", "An import into this dataset is running already; wait for its end, or cancel it."),
    LABELS_COMING_IN             (CONFLICT, "", "O-19", "Labels are being imported into this draft already; wait for the end of that, or cancel it."),
    TOO_MANY_IMPORTS             (CONFLICT, "", "O-19", "%s imports of yours are running already; wait for the end of one, or cancel it."),

    STORE_FULL                   (INSUFFICIENT_STORAGE, "", "", "The server's disk is full; nothing was stored."),
    STORE_UNAVAILABLE            (SERVICE_UNAVAILABLE, "", "", "The store of files does not answer; nothing was changed. Try again in a moment."),
    BUSY                         (SERVICE_UNAVAILABLE, "", "", "The server is busy; try again in a moment.");
    // spotless:on

    private final HttpStatus status;
    private final String field;
    private final String rule;
    private final String sentence;

    Refusal(HttpStatus status, String field, String rule, String sentence) {
        this.status = status;
        this.field = field;
        this.rule = rule;
        this.sentence = sentence;
    }

    public HttpStatus status() {
        return status;
    }

    public String rule() {
        return rule;
    }

    /** {@code name-taken} of {@code NAME_TAKEN}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** This refusal as an exception; the arguments go into its sentence. */
    public Refused refused(Object... arguments) {
        return new Refused(this, field, sentence.formatted(arguments), Map.of());
    }

    /** The same, about a field other than the usual one. */
    public Refused on(@Nullable String otherField, Object... arguments) {
        return new Refused(this, otherField == null ? "" : otherField, sentence.formatted(arguments), Map.of());
    }
}
