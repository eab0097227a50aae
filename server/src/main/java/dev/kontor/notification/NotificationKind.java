package dev.kontor.notification;

import static dev.kontor.notification.NotificationKind.Mail.*;

import java.util.List;
import java.util.stream.Stream;

/**
 * What people are told of (section 10): whether by mail too, unless they choose otherwise; whether who did it addressed
 * the reader by it and therefore stands there by name (O-05); the page that shows more; a title and the sentence.
 */
enum NotificationKind {
    // spotless:off
    ADDED_TO_WORKSPACE     (MAILED, true,  "/workspaces/{{workspaceId}}", "You were added to a workspace",
            "{{actor}} added you to the workspace {{workspace}}{{#roles}} as {{roles}}{{/roles}}."),
    ADMITTED_TO_WORKSPACE  (QUIET,  true,  "/workspaces/{{workspaceId}}", "You became a member through your organization",
            "You are a member of the workspace {{workspace}}, because your organization's people become members of it by themselves."),
    REMOVED_FROM_WORKSPACE (MAILED, true,  "/", "You were removed from a workspace",
            "{{actor}} removed you from the workspace {{workspace}}."),
    ROLES_CHANGED          (QUIET,  true,  "/workspaces/{{workspaceId}}", "Your roles in a workspace changed",
            "{{actor}} changed your roles in {{workspace}}: you are now {{#roles}}{{roles}}{{/roles}}{{^roles}}a member without further roles{{/roles}}."),
    INVITATION_ACCEPTED    (QUIET,  true,  "/workspaces/{{workspaceId}}/manage/members", "Somebody accepted your invitation",
            "{{actor}} accepted your invitation to {{workspace}}{{#roles}} as {{roles}}{{/roles}}.{{#dropped}} Left out, because you could no longer give it: {{dropped}}.{{/dropped}}"),
    INVITATION_WAITING     (MAILED, true,  "/workspaces/{{workspaceId}}/manage/members", "An invitation waits for you to renew it",
            "The invitation of {{object}} to {{workspace}} waits, because whoever made it could no longer make it. Renew it under your own name, or revoke it."),
    BRING_IN               (MAILED, true,  "/organization/invitations", "A workspace asks for a new colleague",
            "{{actor}} asks you to bring {{object}} into your organization, for the workspace {{workspace}}."),
    COLLABORATION_BEGAN    (MAILED, false, "/organization", "Organizations begin to work together",
            "{{object}} is now a collaborator in the workspace {{workspace}}, as {{types}} (arranged by {{actor}})."),
    COLLABORATION_CHANGED  (QUIET,  false, "/organization", "Your organization's collaboration types changed",
            "Your organization is now {{types}} in the workspace {{workspace}} (changed by {{actor}})."),
    COLLABORATION_ENDED    (MAILED, false, "/organization", "Your organization was removed from a workspace",
            "Your organization no longer takes part in the workspace {{workspace}}; {{members}} of its people left it (removed by {{actor}})."),
    HANDED_OVER            (MAILED, true,  "/workspaces/{{workspaceId}}", "Projects or datasets passed to you",
            "You now look after these {{things}} in {{workspace}}, because whoever did lost access to them: {{names}}."),
    PROJECT_CHOSEN         (QUIET,  true,  "/workspaces/{{workspaceId}}/projects/{{objectId}}", "You were chosen for a project",
            "{{actor}} chose you for the project {{object}} in {{workspace}}."),
    PROJECT_TRASHED        (MAILED, true,  "/workspaces/{{workspaceId}}/projects", "A project with datasets of yours was deleted",
            "{{actor}} moved the project {{object}} in {{workspace}} to the trash, and with it datasets of yours: {{names}}. It can be restored for 30 days."),
    DATASET_LEVEL_GRANTED  (QUIET,  true,  "/workspaces/{{workspaceId}}/datasets/{{objectId}}", "Somebody gave you a level on a dataset",
            "{{actor}} made you {{level}} on the dataset {{object}} in {{workspace}}."),
    DATASET_RECEIVED       (MAILED, true,  "/workspaces/{{workspaceId}}/datasets/{{objectId}}", "You own a dataset",
            "{{actor}} made you the owner of the dataset {{object}} in {{workspace}}."),
    LEVEL_ASKED            (MAILED, true,  "/workspaces/{{workspaceId}}/datasets/{{dataset}}/people", "Somebody asks for a level on your dataset",
            "{{object}} is to be {{level}} on the dataset {{name}} in {{workspace}}; you decide."),
    JOINING_ASKED          (MAILED, true,  "/workspaces/{{workspaceId}}/manage/applications", "Somebody asks to join a workspace",
            "{{object}} asks to join the workspace {{workspace}}, as {{level}} on the dataset {{name}}."),
    CHOOSING_ASKED         (MAILED, true,  "/workspaces/{{workspaceId}}/projects/{{project}}/members", "Somebody is to be chosen for a project",
            "{{object}} is to be {{level}} on the dataset {{name}} in {{workspace}}, and does not see its project; choose them, or say no."),
    APPLICATION_REJECTED   (MAILED, false, "/notifications", "You did not get a level on a dataset",
            "Your application to be {{level}} on the dataset {{name}} was rejected. You may apply again."),
    OPENING_ASKED          (MAILED, true,  "/workspaces/{{workspaceId}}/datasets/{{objectId}}/settings", "Somebody asks to open a dataset to everybody",
            "{{actor}} asks to open the dataset {{object}} in {{workspace}} to every signed-in user."),
    OPENING_CONFIRMED      (QUIET,  true,  "/workspaces/{{workspaceId}}/datasets/{{objectId}}", "A dataset was opened as you asked",
            "{{actor}} opened the dataset {{object}} in {{workspace}} to every signed-in user, as you asked."),
    OPENING_REJECTED       (QUIET,  true,  "/workspaces/{{workspaceId}}/datasets/{{objectId}}", "A dataset was not opened as you asked",
            "{{actor}} said no to opening the dataset {{object}} in {{workspace}} to every signed-in user."),
    DERIVATION_STOPPED     (MAILED, true,  "/workspaces/{{workspaceId}}/datasets/{{dataset}}", "A dataset that you began was not made",
            "The dataset {{object}}, which you began to make in {{workspace}}, was not made: {{why}}."),
    WORKFORCE_ACCESS_GRANTED(QUIET, false, "/organization", "An organization gave workforce access",
            "{{actorOrganization}} lets your organization's people see and pick its people."),
    WORKFORCE_ACCESS_WITHDRAWN(QUIET, false, "/organization", "An organization withdrew workforce access",
            "{{actorOrganization}} no longer lets your organization's people see and pick its people. Memberships stay."),
    OWNERSHIP_RECEIVED     (MAILED, true,  "/workspaces/{{workspaceId}}", "You own a workspace",
            "{{actor}} made you the owner of the workspace {{workspace}}."),
    OWNERSHIP_TRANSFERRED  (QUIET,  true,  "/workspaces/{{workspaceId}}", "A workspace has a new owner",
            "{{object}} now owns the workspace {{workspace}} ({{actor}} arranged it)."),
    QUOTA_NEARED           (MAILED, false, "/workspaces/{{workspaceId}}/manage/usage", "A workspace comes near a quota",
            "{{workspace}} has used {{percent}} % of its quota of {{quota}}: {{used}} of {{limit}}. At 100 % nothing more can be added; reading never stops."),
    TRIAL_ENDING           (MAILED, true,  "/workspaces/{{workspaceId}}/manage/settings", "The trial of a workspace ends",
            "The trial of {{workspace}} ends on {{until}}. After that it can be read and emptied, but takes nothing new until its owner switches it to the Enterprise plan."),
    TRIAL_ENDED            (MAILED, true,  "/workspaces/{{workspaceId}}/manage/settings", "The trial of a workspace has ended",
            "The trial of {{workspace}} has ended. What is in it can be read and downloaded until {{until}}; then it is purged, unless its owner switches it to the Enterprise plan."),
    TRIAL_GOES_ON          (MAILED, true,  "/workspaces/{{workspaceId}}/manage/settings", "The trial of a workspace goes on",
            "The trial of {{workspace}} goes on: this server's clock had been wrong when it ended."),
    PURGE_NEAR             (MAILED, true,  "/workspaces/{{workspaceId}}/manage/settings", "A workspace is purged soon",
            "Everything in {{workspace}}, its projects, datasets and documents, is deleted for good on {{until}}, unless its owner switches it to the Enterprise plan. Download what you need."),
    WORKSPACE_PURGED       (MAILED, true,  "/workspaces/{{workspaceId}}/manage/settings", "A workspace was purged",
            "The projects, datasets and documents in {{workspace}} were deleted for good. Its people and settings are kept; its owner can start again on the Enterprise plan."),
    DELETION_SCHEDULED     (MAILED, true,  "/workspaces/{{workspaceId}}/manage/settings", "A workspace is to be deleted",
            "{{actor}} deleted the workspace {{workspace}}. It can be read and downloaded until {{until}}; then all of it is deleted for good, unless its owner restores it."),
    DELETION_NEAR          (MAILED, true,  "/workspaces/{{workspaceId}}/manage/settings", "A workspace is deleted soon",
            "The workspace {{workspace}} is deleted for good on {{until}}, unless its owner restores it. Download what you need."),
    WORKSPACE_RESTORED     (MAILED, true,  "/workspaces/{{workspaceId}}/manage/settings", "The deletion of a workspace was taken back",
            "{{actor}} took the deletion of {{workspace}} back.{{#trial}} Its trial goes on until {{until}}.{{/trial}}{{#ended}} Its trial has ended: what is in it can be read and downloaded until {{until}}; then it is purged, unless its owner switches it to the Enterprise plan.{{/ended}}"),
    WORKSPACE_DELETED      (MAILED, true,  "/", "A workspace was deleted",
            "The workspace {{workspace}} was deleted for good."),
    PLAN_SWITCHED          (QUIET,  true,  "/workspaces/{{workspaceId}}/manage/settings", "A workspace is on the Enterprise plan",
            "{{actor}} switched {{workspace}} to the Enterprise plan."),
    HOUSE_WORKSPACE_ENDS   (MAILED, true,  "/organization/workspaces", "A workspace of your organization ends",
            "Your organization's workspace {{workspace}} {{#trial}}has a trial that ends on {{until}}{{/trial}}{{#ended}}is deactivated, because its trial has ended, and is purged on {{until}}{{/ended}}{{#purge}}is purged on {{until}}{{/purge}}{{#purged}}was purged{{/purged}}{{#deletion}}is deleted for good on {{until}}{{/deletion}}{{#deleted}}was deleted for good{{/deleted}}."),
    WORKSPACE_GOES_ON      (MAILED, true,  "/workspaces/{{workspaceId}}/manage/settings", "A workspace does not end after all",
            "{{actor}} switched {{workspace}} to the Enterprise plan: nothing in it is deleted."),
    HOUSE_PLAN_SWITCHED    (QUIET,  true,  "/organization/workspaces", "A workspace of your organization is on the Enterprise plan",
            "{{actor}} switched your organization's workspace {{workspace}} to the Enterprise plan."),
    HOUSE_WORKSPACE_GOES_ON(MAILED, true,  "/organization/workspaces", "A workspace of your organization goes on",
            "{{#switched}}{{actor}} switched your organization's workspace {{workspace}} to the Enterprise plan{{/switched}}{{#restored}}{{actor}} took the deletion of your organization's workspace {{workspace}} back{{/restored}}{{#trial}}; its trial goes on until {{until}}{{/trial}}{{#ended}}; its trial has ended, and it is purged on {{until}}, unless its owner switches it to the Enterprise plan{{/ended}}{{#clock}}The trial of your organization's workspace {{workspace}} goes on: this server's clock had been wrong when it ended{{/clock}}."),
    OFFICE_CHANGED         (MAILED, true,  "/", "You became an organization administrator, or are one no more",
            "{{actor}} made you {{#appointed}}an administrator{{/appointed}}{{^appointed}}an ordinary user, no longer an administrator,{{/appointed}} of {{actorOrganization}}."),
    PASSWORD_CHANGED       (MAILED, true,  "/account", "Your password was changed",
            "Your password was changed, and your other sessions were ended. If that was not you, turn to your organization's administrator at once."),
    PASSWORD_RESET_OFFERED (MAILED, true,  "/account", "Somebody made a link to a new password for you",
            "{{actor}} made a one-time link to a new password for you, and hands it to you themselves. If you did not ask for it, talk to them."),
    PASSWORD_RESET         (MAILED, true,  "/account", "Your password was set anew",
            "Your password was set anew by a one-time link, and every session was ended. If that was not you, turn to your organization's administrator at once."),
    KEY_CREATED            (MAILED, true,  "/account/access-keys", "An access key was made for you",
            "A new access key, {{object}}, can act in your name. If you did not make it, delete it and change your password.");
    // spotless:on

    enum Mail {
        MAILED,
        QUIET
    }

    private final Mail mail;
    private final boolean addressed;
    private final String page;
    private final String title;
    private final String sentence;

    NotificationKind(Mail mail, boolean addressed, String page, String title, String sentence) {
        this.mail = mail;
        this.addressed = addressed;
        this.page = page;
        this.title = title;
        this.sentence = sentence;
    }

    /** About the safety of one's account: mailed whatever one chose, for a thief would choose otherwise. */
    boolean alwaysMailed() {
        return aboutAccount().contains(name());
    }

    /** Whether it is mailed to people who have not chosen. */
    boolean mailed() {
        return mail == MAILED;
    }

    boolean addressed() {
        return addressed;
    }

    /** Where the pages show what it is about. */
    String page() {
        return page;
    }

    String title() {
        return title;
    }

    String sentence() {
        return sentence;
    }

    /** Asks for something to be done: nobody is asked twice while it is undone. */
    boolean asks() {
        return this == BRING_IN || this == INVITATION_WAITING || this == OPENING_ASKED || approval();
    }

    /** About the safety of one's account. */
    static List<String> aboutAccount() {
        return Stream.of(PASSWORD_CHANGED, PASSWORD_RESET_OFFERED, PASSWORD_RESET, KEY_CREATED)
                .map(Enum::name)
                .toList();
    }

    /** Asks for a yes or no about an application. */
    boolean approval() {
        return this == LEVEL_ASKED || this == JOINING_ASKED || this == CHOOSING_ASKED;
    }

    /** About what one set off oneself and should know all the same. */
    boolean aboutOneself() {
        return List.of(
                                ADMITTED_TO_WORKSPACE,
                                QUOTA_NEARED,
                                DERIVATION_STOPPED,
                                PASSWORD_CHANGED,
                                PASSWORD_RESET,
                                KEY_CREATED)
                        .contains(this)
                || byTheClock();
    }

    /** About what the clock did, in the name of the workspace owner, who is to know first. */
    private boolean byTheClock() {
        return List.of(
                        TRIAL_ENDING,
                        TRIAL_ENDED,
                        TRIAL_GOES_ON,
                        PURGE_NEAR,
                        WORKSPACE_PURGED,
                        DELETION_SCHEDULED,
                        DELETION_NEAR,
                        WORKSPACE_DELETED,
                        HOUSE_WORKSPACE_ENDS)
                .contains(this);
    }
}
