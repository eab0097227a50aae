package dev.kontor.organization;

import dev.kontor.access.Actor;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** O-04: an administrator of the seen organization lets people of another one see and pick its people. */
@Component
public class WorkforceAccess {
    private final Organizations organizations;
    private final Audit audit;

    WorkforceAccess(Organizations organizations, Audit audit) {
        this.organizations = organizations;
        this.audit = audit;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void grant(Actor administrator, UUID seer) {
        UUID seen = administrator.organizationId();
        if (!seer.equals(seen) && organizations.letSee(seer, seen, administrator.userId())) {
            String name = organizations.byId(seer).orElseThrow().name();
            audit.record(
                    administrator,
                    AuditEvent.inOrganization(
                            seen, AuditKind.ORGANIZATION_WORKFORCE_ACCESS_GRANTED, "organization", seer, name));
        }
    }
}
