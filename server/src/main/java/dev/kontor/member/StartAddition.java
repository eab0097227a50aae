package dev.kontor.member;

import dev.kontor.access.Actor;
import dev.kontor.background.LongWork;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins an addition and takes its first step before answering, so that small ones need no progress bar; what is left
 * goes to the job. It is handed over in the beginning's transaction: a restart in between loses nothing.
 */
@Component
class StartAddition {
    private final AddOrganization addOrganization;
    private final LongWork work;
    private final TransactionTemplate transaction;

    StartAddition(AddOrganization addOrganization, LongWork work, TransactionTemplate transaction) {
        this.addOrganization = addOrganization;
        this.work = work;
        this.transaction = transaction;
    }

    UUID start(Actor actor, UUID workspaceId, AddOrganization.Wanted wanted) {
        UUID id = Objects.requireNonNull(transaction.execute(status -> {
            UUID started = addOrganization.start(actor, workspaceId, wanted);
            work.begin(AddingMembers.ADD, started);
            return started;
        }));
        LongWork.ahead(() -> addOrganization.step(id) == LongWork.Next.MORE);
        return id;
    }
}
