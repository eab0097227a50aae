package dev.kontor.bucket;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** From which bucket outside a dataset imports (T-10). The keys go in and never come out. */
@RestController
@RequestMapping("/api/v1/datasets/{datasetId}/authentication-info")
class AuthenticationInfoController {
    private final Access access;
    private final AuthenticationInfos infos;
    private final SetAuthenticationInfo set;
    private final BucketSettings settings;

    AuthenticationInfoController(
            Access access, AuthenticationInfos infos, SetAuthenticationInfo set, BucketSettings settings) {
        this.access = access;
        this.infos = infos;
        this.set = set;
        this.settings = settings;
    }

    /** Everything but the keys. */
    record View(
            @Nullable String endpoint,
            String region,
            String bucket,
            String prefix,
            boolean pathStyle,
            Instant storedAt) {}

    /** {@code info} is null where there is none. */
    record AuthenticationInfo(@Nullable View info) {}

    /** For those who may import. */
    @GetMapping
    AuthenticationInfo get(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId) {
        return new AuthenticationInfo(infos.find(access.require(actor, DatasetPermission.DATASET_CHANGE, datasetId))
                .map(stored -> view(stored.bucket(), stored.storedAt()))
                .orElse(null));
    }

    /** In place of what was there; refused where the bucket cannot be listed with it, or is in a private network. */
    @PutMapping
    AuthenticationInfo put(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @RequestBody NewAuthenticationInfo wanted) {
        set.maySet(actor, datasetId);
        OutsideBucket bucket = wanted.outside();
        Credentials credentials = new Credentials(wanted.accessKey(), wanted.secretKey());
        try (OutsideStore store = new OutsideStore(bucket, credentials, settings)) {
            store.check();
        }
        set.set(actor, datasetId, bucket, credentials);
        return get(actor, datasetId);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId) {
        set.remove(actor, datasetId);
    }

    private static View view(OutsideBucket bucket, Instant storedAt) {
        return new View(
                bucket.endpoint(), bucket.region(), bucket.bucket(), bucket.prefix(), bucket.pathStyle(), storedAt);
    }
}
