package dev.kontor.derivation;

import dev.kontor.access.Actor;
import dev.kontor.background.LongWork;
import dev.kontor.dataset.DeleteDataset;
import dev.kontor.web.Busy;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes what is small in the transaction that begins it: where that is refused, nothing was begun. Of what is large, steps are
 * taken for a second before answering, and the job does what is left. It is handed over in the beginning's transaction: a
 * restart in between loses nothing.
 */
@Component
class StartDerivation {
    private static final Duration BEFORE_THE_ANSWER = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(StartDerivation.class);

    private final DeriveDataset derive;
    private final Derivations derivations;
    private final DeleteDataset delete;
    private final LongWork work;
    private final TransactionTemplate transaction;

    StartDerivation(
            DeriveDataset derive,
            Derivations derivations,
            DeleteDataset delete,
            LongWork work,
            TransactionTemplate transaction) {
        this.derive = derive;
        this.derivations = derivations;
        this.delete = delete;
        this.work = work;
        this.transaction = transaction;
    }

    UUID start(Actor actor, UUID projectId, DeriveDataset.Wanted wanted) {
        UUID id = Objects.requireNonNull(transaction.execute(status -> begin(actor, projectId, wanted)));
        // sent with a key, all of it is one transaction, which holds what others wait for
        boolean more = !small(id) && !TransactionSynchronizationManager.isActualTransactionActive();
        for (long began = System.nanoTime(); more; ) {
            more = LongWork.ahead(() -> step(id)) && System.nanoTime() - began < BEFORE_THE_ANSWER.toNanos();
        }
        return id;
    }

    private UUID begin(Actor actor, UUID projectId, DeriveDataset.Wanted wanted) {
        UUID id = derive.start(actor, projectId, wanted);
        if (!small(id)) {
            work.begin(DerivingDatasets.DERIVE, id);
            return id;
        }
        while (derive.step(id)) {
            // until it is made
        }
        return id;
    }

    private boolean small(UUID id) {
        return derivations.total(id) <= DeriveDataset.FIRST_PAGE;
    }

    /** Says whether there is more to do; where a step is refused, there is not, and the unfinished dataset goes. */
    boolean step(UUID id) {
        try {
            return derive.step(id);
        } catch (Refused refused) {
            Busy.throwOn(refused);
            if (derivations.exists(id)) {
                end(id, refused);
            }
            return false;
        }
    }

    /** It fails again and again: then it ends, and its starter is told. */
    void giveUp(UUID id) {
        end(id, Refusal.FAILED_REPEATEDLY.refused());
    }

    /** Nothing half done is left, unless the starter lost the right to delete what is theirs. */
    private void end(UUID id, Refused refused) {
        try {
            transaction.executeWithoutResult(status -> {
                Derivation stopped = derive.stop(id, refused);
                derive.starter(stopped).ifPresent(actor -> discard(actor, stopped));
            });
        } catch (Refused kept) {
            LOG.info("an unfinished dataset stays: {}", kept.getMessage());
            derive.stop(id, refused);
        }
    }

    void cancel(Actor actor, UUID id) {
        transaction.executeWithoutResult(
                status -> derive.cancel(actor, id).ifPresent(cancelled -> discard(actor, cancelled)));
    }

    private void discard(Actor actor, Derivation derivation) {
        if (derivation.datasetId() != null) {
            delete.delete(actor, derivation.datasetId(), derivation.name());
        }
    }
}
