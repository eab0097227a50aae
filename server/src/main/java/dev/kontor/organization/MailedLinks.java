package dev.kontor.organization;

import static kontor.tables.Tables.MAILED_LINK;
import static kontor.tables.facts.Tables.OPEN_INVITATION;
import static org.jooq.impl.DSL.*;

import dev.kontor.identity.Secret;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/**
 * The SQL of invitations' links as they were mailed: into organizations, into workspaces, to datasets. Every mail carries one
 * of its own, and those before go on working; what they open is up to the invitation.
 */
@Component
public class MailedLinks {
    private final DSLContext sql;
    private final Clock clock;
    private final OrganizationSettings settings;

    MailedLinks(DSLContext sql, Clock clock, OrganizationSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    public Secret insert(UUID invitationId) {
        Secret secret = Secret.random();
        sql.insertInto(MAILED_LINK)
                .set(MAILED_LINK.DIGEST, secret.digest())
                .set(MAILED_LINK.INVITATION_ID, invitationId)
                .set(MAILED_LINK.MADE_AT, clock.instant())
                .execute();
        return secret;
    }

    /** The id of the invitation that was mailed with this link. */
    public static Select<Record1<UUID>> invitation(Secret link) {
        return select(MAILED_LINK.INVITATION_ID).from(MAILED_LINK).where(MAILED_LINK.DIGEST.eq(link.digest()));
    }

    /** Invitations that are over still say so for as long as they could have lived. */
    void sweep() {
        sql.deleteFrom(MAILED_LINK)
                .where(MAILED_LINK.MADE_AT.lt(clock.instant().minus(settings.invitationLife())))
                .and(notExists(selectOne()
                        .from(OPEN_INVITATION)
                        .where(OPEN_INVITATION.INVITATION_ID.eq(MAILED_LINK.INVITATION_ID))))
                .execute();
    }
}
