package dev.kontor.notification;

import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.notification.Mails.Due;
import dev.kontor.notification.WriteAccountMail.Written;
import dev.kontor.organization.InvitationMade;
import dev.kontor.organization.MailedLinks;
import dev.kontor.web.Email;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a mail about an invitation says, as long as that is open. Its link is made now: nobody knows it but who reads the
 * mail, so whoever follows it has shown that the address is theirs (decision 12).
 */
@Component
class WriteInvitationMail {
    private final Mails mails;
    private final MailedLinks links;
    private final Users users;
    private final MailTexts texts;
    private final JsonMapper json;

    WriteInvitationMail(Mails mails, MailedLinks links, Users users, MailTexts texts, JsonMapper json) {
        this.mails = mails;
        this.links = links;
        this.users = users;
        this.texts = texts;
        this.json = json;
    }

    Optional<Written> invitation(Due mail) {
        return open(mail).map(made -> new Written(made.email(), texts.invitation(made, links.insert(made.id()))));
    }

    /** Asked for by whoever holds the link that can be copied; nothing where the account of the address is locked. */
    Optional<Written> link(Due mail) {
        return open(mail).flatMap(made -> {
            Optional<User> account = users.byEmail(new Email(made.email()));
            return account.filter(user -> user.lockedAt() != null).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Written(
                            made.email(), texts.invitationLink(made, links.insert(made.id()), account.isPresent())));
        });
    }

    private Optional<InvitationMade> open(Due mail) {
        return Optional.of(json.readValue(mail.words(), InvitationMade.class)).filter(made -> mails.open(made.id()));
    }
}
