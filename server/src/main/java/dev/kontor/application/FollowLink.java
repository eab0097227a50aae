package dev.kontor.application;

import dev.kontor.access.Actor;
import dev.kontor.access.DatasetLevel;
import dev.kontor.access.Holders;
import dev.kontor.access.Locks;
import dev.kontor.application.AdmitToDataset.Admitted;
import dev.kontor.application.AdmitToDataset.Result;
import dev.kontor.application.Places.Place;
import dev.kontor.identity.BrowserOnly;
import dev.kontor.identity.Password;
import dev.kontor.identity.Passwords;
import dev.kontor.identity.Secret;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.organization.NewPerson;
import dev.kontor.organization.ProveAddress;
import dev.kontor.organization.RegisterOrganization;
import dev.kontor.web.Email;
import dev.kontor.web.Name;
import dev.kontor.web.Refusal;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * T-12 to T-14: follows a link to a dataset. Members get its level, or apply for it; others apply for the workspace too.
 * An address that is invited and has no account makes one in the same step. Links that are over are like unknown ones.
 */
@Component
class FollowLink {
    private final Links links;
    private final Holders holders;
    private final Places places;
    private final AdmitToDataset admit;
    private final RegisterOrganization register;
    private final Users users;
    private final Passwords passwords;
    private final ProveAddress proveAddress;
    private final Locks locks;
    private final TransactionTemplate transaction;

    FollowLink(
            Links links,
            Holders holders,
            Places places,
            AdmitToDataset admit,
            RegisterOrganization register,
            Users users,
            Passwords passwords,
            ProveAddress proveAddress,
            Locks locks,
            TransactionTemplate transaction) {
        this.links = links;
        this.holders = holders;
        this.places = places;
        this.admit = admit;
        this.register = register;
        this.users = users;
        this.passwords = passwords;
        this.proveAddress = proveAddress;
        this.locks = locks;
        this.transaction = transaction;
    }

    enum Account {
        SIGNED_OUT,
        THIS,
        /** the link is for another address than one's own */
        OTHER
    }

    /**
     * Nothing of the dataset but its name (T-14).
     *
     * @param email that the link is for; of a link for whoever has it none
     * @param provesAddress whether one without an account registers here; else the way on is mailed to the address
     * @param known whether the address has an account; told only by a link that was mailed to it, to the signed-out
     * @param outsider whether one has to be let into the workspace first; nothing while signed out
     */
    record View(
            String dataset,
            DatasetLevel level,
            @Nullable String email,
            Account account,
            boolean provesAddress,
            @Nullable Boolean known,
            @Nullable Boolean outsider) {}

    /** Where an account is made on the way; all of it or nothing. */
    record Following(
            @Nullable Name name,
            @Nullable Password password,
            @Nullable Name organization) {
        <T> T needed(@Nullable T value, String field) {
            if (value == null) throw Refusal.FIELD_MISSING.on(field, field);
            return value;
        }
    }

    /** @param enters whether an account was made, which is to be signed in */
    record Followed(Result result, Offer offer, User user, boolean enters) {}

    View view(String token, @Nullable Actor actor) {
        Link link = working(token);
        Optional<User> reader = Optional.ofNullable(actor).flatMap(a -> users.byId(a.userId()));
        boolean other = reader.isPresent() && !isFor(link, reader.get());
        Boolean outsider = reader.map(user ->
                        places.of(user, link.offer().workspaceId(), link.offer().projectId()))
                .map(Place::member)
                .map(member -> !member)
                .orElse(null);
        Account account = reader.isEmpty() ? Account.SIGNED_OUT : other ? Account.OTHER : Account.THIS;
        return new View(
                link.offer().datasetName(),
                link.offer().level(),
                link.email(),
                account,
                proveAddress.isProvenBy(link.mailed()),
                reader.isEmpty() && link.mailed() && link.email() != null
                        ? users.byEmail(new Email(link.email())).isPresent()
                        : null,
                outsider);
    }

    /** Where one is signed out and the link does not prove its address: mails the way on, whoever has the address. */
    boolean isMailed(String token, @Nullable Actor actor, String networkAddress) {
        if (actor != null) {
            return false;
        }
        Link link = working(token);
        if (link.email() == null || proveAddress.isProvenBy(link.mailed())) {
            return false;
        }
        String inviter = users.byId(link.offer().inviterId())
                .orElseThrow(Refusal.NOT_FOUND::refused)
                .name();
        proveAddress.mailLink(
                Link.made(link.id(), link.email(), inviter, link.offer(), link.expiresAt()), networkAddress);
        return true;
    }

    Followed follow(String token, @Nullable Actor actor, Following following) {
        if (actor != null) {
            BrowserOnly.check(actor);
            return Objects.requireNonNull(transaction.execute(status -> followAs(token, actor)));
        }
        Link link = working(token);
        if (link.email() == null || users.byEmail(new Email(link.email())).isPresent()) {
            throw Refusal.NOT_SIGNED_IN.refused();
        }
        Email email = new Email(link.email());
        Name organization = following.needed(following.organization(), "organization");
        Name name = following.needed(following.name(), "name");
        String hash = passwords.hash(
                following.needed(following.password(), "password").differentFrom(email));
        NewPerson person = new NewPerson(name, email, hash);
        return Objects.requireNonNull(transaction.execute(status -> {
            locks.alone(Locks.Scope.WORKSPACE, link.offer().workspaceId());
            working(token);
            User user = register.register(organization.text(), person, true);
            return admitted(working(token), user, true);
        }));
    }

    private Followed followAs(String token, Actor actor) {
        locks.shared(Locks.Scope.ORGANIZATION, actor.organizationId());
        locks.alone(Locks.Scope.WORKSPACE, working(token).offer().workspaceId());
        User user = users.byId(actor.userId())
                .filter(u -> u.lockedAt() == null && u.organizationId().equals(actor.organizationId()))
                .orElseThrow(Refusal.NOT_SIGNED_IN::refused);
        Link link = working(token);
        if (link.email() != null) {
            if (!isFor(link, user)) {
                throw Refusal.INVITATION_FOR_ANOTHER_ADDRESS.refused(link.email());
            }
            users.prove(user.id());
        }
        return admitted(link, user, false);
    }

    private Followed admitted(Link link, User user, boolean enters) {
        Admitted admitted = admit.admit(user.actor(), link.offer(), user);
        if (admitted.refusal() != null) {
            throw admitted.refusal().refused();
        }
        if (link.email() != null) {
            links.used(link);
        }
        return new Followed(admitted.result(), link.offer(), user, enters);
    }

    /** T-13: one whose maker could still make it. */
    private Link working(String token) {
        Link link = links.bySecret(new Secret(token)).orElseThrow(Refusal.NOT_FOUND::refused);
        UUID maker = link.offer().inviterId();
        return holders.own(maker, link.offer().datasetId())
                .filter(own -> own.reaches(link.offer().level()))
                .map(own -> link)
                .orElseThrow(Refusal.NOT_FOUND::refused);
    }

    private static boolean isFor(Link link, User user) {
        return link.email() == null || new Email(link.email()).equals(new Email(user.email()));
    }
}
