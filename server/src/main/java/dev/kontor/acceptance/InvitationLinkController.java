package dev.kontor.acceptance;

import dev.kontor.access.Actor;
import dev.kontor.identity.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An invitation's link, for the signed-in and the signed-out. Unknown tokens are 404. */
@RestController
@RequestMapping("/api/v1/invitations/{token}")
class InvitationLinkController {
    private final InvitationLink link;
    private final AcceptInvitation accept;
    private final MailLink mailLink;
    private final SignIn signIn;
    private final TransactionTemplate transaction;

    InvitationLinkController(
            InvitationLink link,
            AcceptInvitation accept,
            MailLink mailLink,
            SignIn signIn,
            TransactionTemplate transaction) {
        this.link = link;
        this.accept = accept;
        this.mailLink = mailLink;
        this.signIn = signIn;
        this.transaction = transaction;
    }

    /** Where the acceptance leads, and what of the invitation no longer held; nowhere yet where the way on was mailed. */
    record Accepted(@Nullable UUID workspaceId, @Nullable UUID organizationId, List<String> dropped) {}

    @GetMapping
    InvitationLink.View get(@PathVariable String token, @AuthenticationPrincipal @Nullable Actor actor) {
        return link.view(token, actor);
    }

    /**
     * Accepts; whoever registered or moved on the way is signed in anew. Where a mail server is set, the signed-out who follow
     * the link that can be copied are answered 202, whoever they are: the way on is mailed to the invitation's address.
     */
    @PostMapping("/acceptance")
    ResponseEntity<Accepted> accept(
            @PathVariable String token,
            @AuthenticationPrincipal @Nullable Actor actor,
            @RequestBody AcceptInvitation.Acceptance acceptance,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (actor == null && mailLink.isNeeded(token)) {
            mailLink.mail(token, request.getRemoteAddr());
            return ResponseEntity.status(HttpStatus.ACCEPTED).body(new Accepted(null, null, List.of()));
        }
        var accepted = accept.accept(token, actor, acceptance);
        if (accepted.enters()) {
            transaction.executeWithoutResult(status -> signIn.start(accepted.user(), request, response));
        }
        return ResponseEntity.ok(
                new Accepted(accepted.workspaceId(), accepted.user().organizationId(), accepted.dropped()));
    }
}
