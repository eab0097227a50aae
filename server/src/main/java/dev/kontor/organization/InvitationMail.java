package dev.kontor.organization;

import static kontor.tables.facts.Tables.INVITATION_MAIL;

import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * What became of the mail with an invitation's link (O-01): where no mail server was set, the link is copied by hand.
 *
 * @param at when it was written, sent or given up
 */
public record InvitationMail(
        State state, int attempts, @Nullable Instant at) {
    /** Read with {@code facts.invitation_mail} joined from the left. */
    public static final List<Field<?>> FIELDS =
            List.of(INVITATION_MAIL.STATE, INVITATION_MAIL.ATTEMPTS, INVITATION_MAIL.AT);

    /** DROPPED: the invitation was over before its mail went. */
    public enum State {
        NOT_CONFIGURED,
        PENDING,
        SENT,
        FAILED,
        DROPPED
    }

    public static InvitationMail of(Record row) {
        String state = row.get(INVITATION_MAIL.STATE);
        return state == null
                ? new InvitationMail(State.NOT_CONFIGURED, 0, null)
                : new InvitationMail(
                        State.valueOf(state), row.get(INVITATION_MAIL.ATTEMPTS), row.get(INVITATION_MAIL.AT));
    }
}
