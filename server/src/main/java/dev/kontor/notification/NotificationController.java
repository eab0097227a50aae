package dev.kontor.notification;

import dev.kontor.access.Actor;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What one was told, and what of it comes by mail as well. */
@RestController
@RequestMapping("/api/v1/me")
class NotificationController {
    private final Notifications notifications;
    private final Preferences preferences;
    private final Audit audit;

    NotificationController(Notifications notifications, Preferences preferences, Audit audit) {
        this.notifications = notifications;
        this.preferences = preferences;
        this.audit = audit;
    }

    /** How many are unread, counted up to 1,000. */
    record Unread(int unread) {}

    record Choice(boolean mail) {}

    @GetMapping("/notifications")
    Page<Told> list(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute Listing listing,
            @RequestParam(defaultValue = "false") boolean unread) {
        return notifications.list(actor, listing, unread);
    }

    @GetMapping("/notifications/unread")
    Unread unread(@AuthenticationPrincipal Actor actor) {
        return new Unread(notifications.unread(actor));
    }

    @PostMapping("/notifications/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void readAll(@AuthenticationPrincipal Actor actor) {
        notifications.readAll(actor);
    }

    @PostMapping("/notifications/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void read(@AuthenticationPrincipal Actor actor, @PathVariable UUID id) {
        if (!notifications.read(actor, id)) {
            throw Refusal.NOT_FOUND.refused();
        }
    }

    @GetMapping("/notification-preferences")
    Page<Preferences.Preference> preferences(@AuthenticationPrincipal Actor actor) {
        return new Page<>(preferences.of(actor.userId()), null);
    }

    @PutMapping("/notification-preferences/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void prefer(
            @AuthenticationPrincipal Actor actor, @PathVariable NotificationKind kind, @RequestBody Choice choice) {
        if (kind.alwaysMailed() && !choice.mail()) {
            throw Refusal.ALWAYS_MAILED.refused();
        }
        if (preferences.choose(actor.userId(), kind, choice.mail())) {
            audit.record(
                    actor,
                    AuditEvent.inOrganization(
                                    actor.organizationId(),
                                    AuditKind.USER_PREFERENCES_CHANGED,
                                    "user",
                                    actor.userId(),
                                    actor.name())
                            .with("kind", kind.name())
                            .with("mail", choice.mail()));
        }
    }
}
