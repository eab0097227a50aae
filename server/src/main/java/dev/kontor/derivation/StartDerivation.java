package dev.kontor.derivation;

import dev.kontor.access.Actor;
import dev.kontor.background.LongWork;
import dev.kontor.dataset.DeleteDataset;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins a derivation and takes steps for a second before answering, which finishes nearly all; what is left goes to the
 * job. It is handed over in the beginning's transaction: a restart in between loses nothing.
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
    private final TransactionTemplate step;

    StartDerivation(
            DeriveDataset derive,
            Derivations derivations,
            DeleteDataset delete,
            LongWork work,
            PlatformTransactionManager transactions) {
        this.derive = derive;
        this.derivations = derivations;
        this.delete = delete;
        this.work = work;
        this.transaction = new TransactionTemplate(transactions);
        // a request sent with a key is one transaction: what is refused in it is taken back alone
        this.step = new TransactionTemplate(transactions);
        this.step.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    UUID start(Actor actor, UUID projectId, DeriveDataset.Wanted wanted) {
        UUID id = Objects.requireNonNull(transaction.execute(status -> {
            UUID started = derive.start(actor, projectId, wanted);
            work.begin(DerivingDatasets.DERIVE, started);
            return started;
        }));
        // sent with a key, all of it is one transaction, which holds what others wait for: only what is small
        boolean one = TransactionSynchronizationManager.isActualTransactionActive();
        boolean small = derivations.total(id) <= DeriveDataset.FIRST_PAGE;
        long began = System.nanoTime();
        boolean more = !one || small;
        while (more) {
            more = LongWork.ahead(() -> one ? stepWithin(id) : step(id))
                    && (one || System.nanoTime() - began < BEFORE_THE_ANSWER.toNanos());
        }
        return id;
    }

    /**
     * In the request's own transaction, which shares the workspace and must not ask for it alone: where it is refused, the
     * job is, too, and ends it.
     */
    private boolean stepWithin(UUID id) {
        try {
            return Boolean.TRUE.equals(step.execute(status -> derive.step(id)));
        } catch (Refused refused) {
            return false;
        }
    }

    /** Says whether there is more to do; where a step is refused, there is not, and the unfinished dataset goes. */
    boolean step(UUID id) {
        try {
            return Boolean.TRUE.equals(step.execute(status -> derive.step(id)));
        } catch (Refused refused) {
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
            step.executeWithoutResult(status -> {
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
