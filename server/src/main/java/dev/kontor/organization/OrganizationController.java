package dev.kontor.organization;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Listing;
import dev.kontor.web.Name;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The menu of organization administrators (C-02): for everybody else there is nothing here (404). */
@RestController
@RequestMapping("/api/v1/organizations/{organizationId}")
class OrganizationController {
    private static final OrganizationPermission ADMINISTER = OrganizationPermission.ORGANIZATION_ADMINISTER;

    private final Access access;
    private final Organizations organizations;
    private final UserInvitations invitations;
    private final InviteUser invite;
    private final Audit audit;
    private final Clock clock;

    OrganizationController(
            Access access,
            Organizations organizations,
            UserInvitations invitations,
            InviteUser invite,
            Audit audit,
            Clock clock) {
        this.access = access;
        this.organizations = organizations;
        this.invitations = invitations;
        this.invite = invite;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@code code} is handed to another organization that is to let one see its people (O-04). */
    record View(UUID id, String name, String code, Instant createdAt, long revision, List<String> can) {}

    record Change(@Nullable Name name) {}

    record Invitation(
            UUID id,
            String kind,
            String email,
            boolean administrator,
            String inviter,
            String link,
            InvitationState state,
            Instant createdAt,
            Instant expiresAt,
            InvitationMail mail,
            List<String> can) {}

    @GetMapping
    View get(@AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId) {
        return view(access.require(actor, ADMINISTER, organizationId));
    }

    @PatchMapping
    @Transactional
    public View edit(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId, @RequestBody Change change) {
        var grant = access.toChangeFacts(actor, ADMINISTER, organizationId);
        if (change.name() != null) {
            organizations.rename(grant, change.name().text());
            audit.record(
                    actor,
                    AuditEvent.inOrganization(
                            organizationId,
                            AuditKind.ORGANIZATION_EDITED,
                            "organization",
                            organizationId,
                            change.name().text()));
        }
        return view(grant);
    }

    /** A new code; the one before names nobody any more. Access that was given stays. */
    @PostMapping("/code")
    @Transactional
    public View renewCode(@AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId) {
        var grant = access.toChangeFacts(actor, ADMINISTER, organizationId);
        organizations.renewCode(grant);
        View view = view(grant);
        audit.record(
                actor,
                AuditEvent.inOrganization(
                        organizationId,
                        AuditKind.ORGANIZATION_CODE_RENEWED,
                        "organization",
                        organizationId,
                        view.name()));
        return view;
    }

    @GetMapping("/invitations")
    Page<Invitation> invitations(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId, @ModelAttribute Listing listing) {
        return invitations
                .list(access.require(actor, ADMINISTER, organizationId), listing)
                .map(this::shown);
    }

    @PostMapping("/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    Invitation invite(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID organizationId,
            @RequestBody InviteUser.Wanted wanted) {
        return shown(invite.invite(actor, organizationId, wanted));
    }

    @DeleteMapping("/invitations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void revoke(@AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId, @PathVariable UUID id) {
        var grant = access.toChangeFacts(actor, ADMINISTER, organizationId);
        UserInvitation invitation = invitations.byId(grant, id).orElseThrow(Refusal.NOT_FOUND::refused);
        if (!invitations.revoke(grant, id)) {
            invitation.state(Instant.MIN).checkOpen();
        }
        audit.record(
                actor,
                AuditEvent.inOrganization(
                        organizationId, AuditKind.USER_INVITATION_REVOKED, "invitation", id, invitation.email()));
    }

    private Invitation shown(UserInvitation i) {
        InvitationState state = i.state(clock.instant());
        boolean over = state == InvitationState.ACCEPTED || state == InvitationState.REVOKED;
        return new Invitation(
                i.id(),
                "ORGANIZATION",
                i.email(),
                i.administrator(),
                i.inviterName(),
                i.link(),
                state,
                i.createdAt(),
                i.expiresAt(),
                i.mail(),
                over ? List.of() : List.of("INVITATION_REVOKE", "INVITATION_RENEW"));
    }

    private View view(Grant<InOrganization> grant) {
        Organization o = organizations.byId(grant.id()).orElseThrow(Refusal.NOT_FOUND::refused);
        return new View(o.id(), o.name(), o.code(), o.createdAt(), o.revision(), List.of(ADMINISTER.name()));
    }
}
