package dev.kontor.application;

import dev.kontor.access.Actor;
import dev.kontor.access.DatasetLevel;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.application.AdmitToDataset.Admitted;
import dev.kontor.application.AdmitToDataset.Result;
import dev.kontor.dataset.DatasetMembers;
import dev.kontor.dataset.Datasets;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.organization.InvitationsMade;
import dev.kontor.organization.OrganizationSettings;
import dev.kontor.web.Email;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * T-12, T-13: invites members by picking them, and anybody by address. An address of a member whom one sees is that
 * member; every other one gets a link of its own, whoever it belongs to. One that cannot be invited spoils no other.
 */
@Component
class InviteToDataset {
    private static final int MOST = 200;

    private final MakeLink makeLink;
    private final AdmitToDataset admit;
    private final DatasetMembers members;
    private final Datasets datasets;
    private final Users users;
    private final OrganizationSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InviteToDataset(
            MakeLink makeLink,
            AdmitToDataset admit,
            DatasetMembers members,
            Datasets datasets,
            Users users,
            OrganizationSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.makeLink = makeLink;
        this.admit = admit;
        this.members = members;
        this.datasets = datasets;
        this.users = users;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Up to 200 people in all, with one level. */
    record Wanted(@Nullable List<UUID> users, @Nullable List<String> emails, DatasetLevel level) {
        Wanted {
            int all = (users == null ? 0 : users.size()) + (emails == null ? 0 : emails.size());
            if (all == 0 || all > MOST) {
                throw Refusal.UNACCEPTABLE.on("users", "Between 1 and " + MOST + " people are invited at once.");
            }
        }

        List<UUID> picked() {
            return users == null ? List.of() : users;
        }

        List<String> addresses() {
            return emails == null ? List.of() : emails;
        }
    }

    /** GRANTED: holds it now; ASKED: others have a say; HELD: held as much already; INVITED: by a link. */
    enum Became {
        GRANTED,
        ASKED,
        HELD,
        INVITED,
        REFUSED
    }

    /** @param who the id or the address, as it was sent */
    record Outcome(
            String who,
            Became outcome,
            @Nullable String code,
            @Nullable String detail,
            @Nullable String link) {
        private static Outcome refused(String who, Refusal refusal, String detail) {
            return new Outcome(who, Became.REFUSED, refusal.code(), detail, null);
        }
    }

    @Transactional
    public List<Outcome> invite(Actor actor, UUID datasetId, Wanted wanted) {
        Grant<InDataset> grant = makeLink.toInvite(actor, datasetId, wanted.level());
        Offer offer = new Offer(
                grant.scope().workspaceId(),
                grant.scope().projectId(),
                datasetId,
                datasets.name(grant),
                wanted.level(),
                actor.userId());
        List<Outcome> outcomes = new ArrayList<>();
        Map<UUID, User> picked =
                users.byIds(wanted.picked()).stream().collect(Collectors.toMap(User::id, Function.identity()));
        for (UUID id : new LinkedHashSet<>(wanted.picked())) {
            Optional<User> user = Optional.ofNullable(picked.get(id)).filter(u -> seen(grant, u));
            outcomes.add(user.map(u -> member(grant, offer, u, id.toString()))
                    .orElseGet(() -> Outcome.refused(
                            id.toString(),
                            Refusal.UNKNOWN_MEMBER,
                            Refusal.UNKNOWN_MEMBER.refused().detail())));
        }
        outcomes.addAll(byAddress(grant, offer, wanted.addresses()));
        return outcomes;
    }

    private boolean seen(Grant<InDataset> grant, User user) {
        return user.lockedAt() == null && members.candidate(grant, user.id()).isPresent();
    }

    private Outcome member(Grant<InDataset> grant, Offer offer, User user, String who) {
        Admitted admitted = admit.admit(grant.actor(), offer, user);
        Refusal refusal = admitted.refusal();
        return refusal == null
                ? new Outcome(who, became(admitted.result()), null, null, null)
                : Outcome.refused(who, refusal, refusal.refused().detail());
    }

    private static Became became(Result result) {
        return switch (result) {
            case GRANTED -> Became.GRANTED;
            case ASKED -> Became.ASKED;
            case HELD -> Became.HELD;
            case REFUSED -> Became.REFUSED;
        };
    }

    private List<Outcome> byAddress(Grant<InDataset> grant, Offer offer, List<String> typed) {
        List<Outcome> outcomes = new ArrayList<>();
        Map<String, Email> emails = new LinkedHashMap<>();
        for (String text : typed) {
            try {
                Email email = new Email(text);
                emails.putIfAbsent(email.key(), email);
            } catch (Refused e) {
                outcomes.add(Outcome.refused(text, e.refusal(), e.detail()));
            }
        }
        Map<String, User> known = users.byEmails(List.copyOf(emails.values())).stream()
                .filter(user -> seen(grant, user))
                .collect(Collectors.toMap(user -> new Email(user.email()).key(), Function.identity()));
        emails.forEach((key, email) -> {
            User user = known.get(key);
            outcomes.add(user == null ? link(grant, offer, email) : member(grant, offer, user, email.address()));
        });
        return outcomes;
    }

    private Outcome link(Grant<InDataset> grant, Offer offer, Email email) {
        Instant until = clock.instant().plus(settings.invitationLife());
        Links.Made made = makeLink.invite(grant, offer.level(), email, until);
        events.publishEvent(new InvitationsMade(
                List.of(Link.made(made.id(), email.address(), grant.actor().name(), offer, until))));
        return new Outcome(
                email.address(),
                Became.INVITED,
                null,
                null,
                Link.path(made.secret().text()));
    }
}
