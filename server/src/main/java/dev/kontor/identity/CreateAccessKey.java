package dev.kontor.identity;

import dev.kontor.access.Actor;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes an access key for the actor. A key makes no key (section 10), so the browser's session is needed. */
@Component
class CreateAccessKey {
    private static final int MOST = 100;

    private final AccessKeys keys;
    private final Audit audit;
    private final Clock clock;

    CreateAccessKey(AccessKeys keys, Audit audit, Clock clock) {
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /** The key with its secret, which is shown this once. */
    record Created(AccessKey key, Secret secret) {}

    @Transactional
    public Created create(Actor actor, NewAccessKey wanted) {
        BrowserOnly.check(actor);
        wanted.check(clock.instant());
        if (keys.count(actor.userId()) >= MOST) {
            throw Refusal.UNACCEPTABLE.refused("A user has at most " + MOST + " access keys; delete one first.");
        }
        Secret secret = new Secret("kontor_" + Secret.random().text());
        AccessKey key = keys.insert(actor.userId(), wanted, secret);
        audit.record(
                actor,
                AuditEvent.inOrganization(actor.organizationId(), AuditKind.KEY_CREATED, "key", key.id(), key.name()));
        return new Created(key, secret);
    }
}
