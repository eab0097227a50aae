package dev.kontor.organization;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.access.Person;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** O-04: an administrator of the seen organization lets people of another one see and pick its people, or no longer. */
@Component
public class WorkforceAccess {
    private static final OrganizationPermission ADMINISTER = OrganizationPermission.ORGANIZATION_ADMINISTER;

    private final Access access;
    private final Organizations organizations;
    private final SeenOrganizations seen;
    private final Audit audit;

    WorkforceAccess(Access access, Organizations organizations, SeenOrganizations seen, Audit audit) {
        this.access = access;
        this.organizations = organizations;
        this.seen = seen;
        this.audit = audit;
    }

    /** The organization that is to see: by the code that it handed over, or one of those that one knows of anyway. */
    record Wanted(@Nullable String code, @Nullable UUID organizationId) {
        Wanted {
            if ((code == null) == (organizationId == null)) {
                throw Refusal.UNACCEPTABLE.on("code", "Send either a code or an organizationId.");
            }
        }

        /** However it was typed: in groups, in capitals. */
        String plainCode() {
            return code == null ? "" : code.replaceAll("[\\s-]", "").toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Transactional
    public Person.Organization grant(Actor actor, UUID organizationId, Wanted wanted) {
        var grant = access.toChangeFacts(actor, ADMINISTER, organizationId);
        Person.Organization seer = wanted.organizationId() == null
                ? organizations
                        .byCode(wanted.plainCode())
                        .map(o -> new Person.Organization(o.id(), o.name()))
                        .orElseThrow(Refusal.UNKNOWN_CODE::refused)
                : seen.known(grant).stream()
                        .filter(o -> o.id().equals(wanted.organizationId()))
                        .findFirst()
                        .orElseThrow(Refusal.NOT_NAMEABLE::refused);
        if (seer.id().equals(organizationId)) {
            throw Refusal.OWN_CODE.refused();
        }
        if (seen.add(seer.id(), organizationId, actor.userId())) {
            record(actor, AuditKind.ORGANIZATION_WORKFORCE_ACCESS_GRANTED, seer);
        }
        return seer;
    }

    @Transactional
    public void withdraw(Actor actor, UUID organizationId, UUID seerId) {
        var grant = access.toChangeFacts(actor, ADMINISTER, organizationId);
        if (!seen.remove(grant, seerId)) {
            throw Refusal.NOT_FOUND.refused();
        }
        record(actor, AuditKind.ORGANIZATION_WORKFORCE_ACCESS_WITHDRAWN, organization(seerId));
    }

    /** Ticked by an administrator while accepting a collaboration. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void grant(Actor administrator, UUID seerId) {
        UUID own = administrator.organizationId();
        if (!seerId.equals(own) && seen.add(seerId, own, administrator.userId())) {
            record(administrator, AuditKind.ORGANIZATION_WORKFORCE_ACCESS_GRANTED, organization(seerId));
        }
    }

    private Person.Organization organization(UUID id) {
        return new Person.Organization(id, organizations.byId(id).orElseThrow().name());
    }

    private void record(Actor actor, AuditKind kind, Person.Organization seer) {
        audit.record(
                actor, AuditEvent.inOrganization(actor.organizationId(), kind, "organization", seer.id(), seer.name()));
    }
}
