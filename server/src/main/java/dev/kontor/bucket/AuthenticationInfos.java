package dev.kontor.bucket;

import static kontor.tables.Tables.AUTHENTICATION_INFO;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The SQL of authentication info: what is read of it leaves the keys where they are, sealed. */
@Component
class AuthenticationInfos {
    private static final kontor.tables.AuthenticationInfo A = AUTHENTICATION_INFO;

    private final DSLContext sql;
    private final Clock clock;

    AuthenticationInfos(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record Stored(OutsideBucket bucket, Instant storedAt) {}

    record Sealed(OutsideBucket bucket, byte[] sealed) {}

    Optional<Stored> find(Grant<InDataset> grant) {
        return sql.select(A.ENDPOINT, A.REGION, A.BUCKET, A.PREFIX, A.PATH_STYLE, A.STORED_AT)
                .from(A)
                .where(A.DATASET_ID.eq(grant.id()))
                .fetchOptional(row -> new Stored(bucket(row), row.get(A.STORED_AT)));
    }

    /** For an import, which needs the keys. */
    Optional<Sealed> sealed(Grant<InDataset> grant) {
        return sql.select(A.ENDPOINT, A.REGION, A.BUCKET, A.PREFIX, A.PATH_STYLE, A.SEALED)
                .from(A)
                .where(A.DATASET_ID.eq(grant.id()))
                .fetchOptional(row -> new Sealed(bucket(row), row.get(A.SEALED)));
    }

    private static OutsideBucket bucket(Record row) {
        return new OutsideBucket(
                row.get(A.ENDPOINT), row.get(A.REGION), row.get(A.BUCKET), row.get(A.PREFIX), row.get(A.PATH_STYLE));
    }

    void set(Grant<InDataset> grant, OutsideBucket bucket, byte[] sealed) {
        delete(grant);
        sql.insertInto(A)
                .set(A.DATASET_ID, grant.id())
                .set(A.WORKSPACE_ID, grant.scope().workspaceId())
                .set(A.ENDPOINT, bucket.endpoint())
                .set(A.REGION, bucket.region())
                .set(A.BUCKET, bucket.bucket())
                .set(A.PREFIX, bucket.prefix())
                .set(A.PATH_STYLE, bucket.pathStyle())
                .set(A.SEALED, sealed)
                .set(A.STORED_AT, clock.instant())
                .execute();
    }

    /** Says whether there was one. */
    boolean delete(Grant<InDataset> grant) {
        return sql.deleteFrom(A).where(A.DATASET_ID.eq(grant.id())).execute() == 1;
    }
}
