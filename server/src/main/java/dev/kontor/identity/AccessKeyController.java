package dev.kontor.identity;

import dev.kontor.access.Actor;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The access keys of the signed-in user: the secret is shown once, on creation. */
@RestController
@RequestMapping("/api/v1/me/access-keys")
class AccessKeyController {
    private final AccessKeys keys;
    private final CreateAccessKey create;
    private final Audit audit;

    AccessKeyController(AccessKeys keys, CreateAccessKey create, Audit audit) {
        this.keys = keys;
        this.create = create;
        this.audit = audit;
    }

    /** A new key and its secret. */
    record Shown(
            UUID id,
            String name,
            String prefix,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable List<UUID> workspaces,
            @Nullable List<String> permissions,
            String secret) {}

    @GetMapping
    Page<AccessKey> list(@AuthenticationPrincipal Actor actor) {
        return new Page<>(keys.of(actor.userId()), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown create(@AuthenticationPrincipal Actor actor, @RequestBody NewAccessKey wanted) {
        var made = create.create(actor, wanted);
        AccessKey key = made.key();
        return new Shown(
                key.id(),
                key.name(),
                key.prefix(),
                key.createdAt(),
                key.expiresAt(),
                key.workspaces(),
                key.permissions(),
                made.secret().text());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void delete(@AuthenticationPrincipal Actor actor, @PathVariable UUID id) {
        BrowserOnly.check(actor);
        String name = keys.delete(actor.userId(), id).orElseThrow(Refusal.NOT_FOUND::refused);
        audit.record(actor, AuditEvent.inOrganization(actor.organizationId(), AuditKind.KEY_DELETED, "key", id, name));
    }
}
