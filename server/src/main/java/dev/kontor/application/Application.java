package dev.kontor.application;

import dev.kontor.access.DatasetLevel;
import dev.kontor.access.Person;
import dev.kontor.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to get a level on a dataset as soon as everybody has said yes whom it takes (T-13, T-14).
 *
 * @param enters what the applicant is to be let into first
 * @param asksOwner where the inviter's word is not enough
 */
record Application(
        UUID id,
        Offer offer,
        UUID userId,
        Entry enters,
        boolean entryApproved,
        boolean asksOwner,
        boolean ownerApproved,
        State state) {

    enum Entry {
        NOTHING,
        /** by those who may edit it (O-14) */
        PROJECT,
        /** by workspace admins (T-14) */
        WORKSPACE
    }

    enum State {
        OPEN,
        GRANTED,
        REJECTED,
        WITHDRAWN
    }

    /** Where one of the approvals stands. */
    enum Approval {
        NOT_NEEDED,
        ASKED,
        APPROVED
    }

    /**
     * As those see it who take part in it.
     *
     * @param applicant by name and organization to those who decide
     * @param owner whether the dataset's owner approves; {@code entry} whether they are let in
     * @param needsTypes whether approving makes their organization a collaborator, with types to be chosen (T-14)
     */
    record View(
            UUID id,
            UUID workspaceId,
            UUID datasetId,
            String dataset,
            Person applicant,
            DatasetLevel level,
            Person inviter,
            State state,
            Entry enters,
            Approval entry,
            Approval owner,
            boolean needsTypes,
            Instant createdAt,
            @Nullable Instant decidedAt,
            List<String> can) {
        View {
            can = List.copyOf(can);
        }
    }

    void checkOpen() {
        if (state != State.OPEN) {
            throw Refusal.APPLICATION_DECIDED.refused();
        }
    }

    /** What is not asked for, or was said already, is not said again. */
    static void checkAsked(boolean asked) {
        if (!asked) {
            throw Refusal.APPLICATION_DECIDED.refused();
        }
    }

    boolean waits() {
        return !entryApproved || asksOwner && !ownerApproved;
    }
}
