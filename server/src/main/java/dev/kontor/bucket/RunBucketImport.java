package dev.kontor.bucket;

import static dev.kontor.web.Refusal.BUCKET_UNAVAILABLE;
import static dev.kontor.web.Refusal.FAILED_REPEATEDLY;

import dev.kontor.background.LongWork.Next;
import dev.kontor.bucket.ImportSteps.Ready;
import dev.kontor.storage.Contents;
import dev.kontor.web.Busy;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Goes on with an import: a page of the bucket's list, fetched and put into the draft in parts, without a transaction in between. */
@Component
class RunBucketImport {
    private static final Logger LOG = LoggerFactory.getLogger(RunBucketImport.class);

    private final ImportSteps steps;
    private final Contents contents;
    private final BucketSettings settings;

    RunBucketImport(ImportSteps steps, Contents contents, BucketSettings settings) {
        this.steps = steps;
        this.contents = contents;
        this.settings = settings;
    }

    Next step(UUID id, BooleanSupplier ending) {
        try {
            Optional<Ready> ready = steps.ready(id);
            return ready.isPresent() && page(ready.get(), ending) ? Next.MORE : Next.END;
        } catch (Refused refused) {
            Busy.throwOn(refused);
            return passes(refused) ? again(id, refused) : stop(id, refused);
        }
    }

    /** What may be over in a moment: of the bucket, or of ourselves. */
    private static boolean passes(Refused refused) {
        return switch (refused.refusal()) {
            case BUCKET_UNAVAILABLE, STORE_UNAVAILABLE, STORE_FULL -> true;
            default -> false;
        };
    }

    private Next again(UUID id, Refused refused) {
        int failures = steps.failed(id);
        LOG.info("an import from a bucket waits ({} in a row): {}", failures, refused.getMessage());
        return failures < settings.attempts() ? Next.LATER : stop(id, refused);
    }

    /** It fails again and again: then it ends, and its page says so. */
    void giveUp(UUID id) {
        stop(id, FAILED_REPEATEDLY.refused());
    }

    private Next stop(UUID id, Refused refused) {
        steps.stop(id, refused);
        return Next.END;
    }

    /** Else one and the same page would be asked for without end: names come in the order of their bytes. */
    private static boolean goesOn(@Nullable String after, List<S3Object> objects) {
        return !objects.isEmpty()
                && (after == null
                        || Arrays.compareUnsigned(utf8(objects.getLast().key()), utf8(after)) > 0);
    }

    private static byte[] utf8(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    private boolean page(Ready ready, BooleanSupplier ending) {
        try (OutsideStore store = new OutsideStore(ready.bucket(), ready.credentials(), settings)) {
            ListObjectsV2Response page =
                    store.page(ready.job().prefix(), ready.job().after());
            List<S3Object> objects = page.contents();
            boolean last = !Boolean.TRUE.equals(page.isTruncated());
            if (!last && !goesOn(ready.job().after(), objects)) {
                throw BUCKET_UNAVAILABLE.refused();
            }
            try (Fetching fetching = new Fetching(ready, store, contents, steps)) {
                fetching.known(objects);
                for (S3Object object : objects) {
                    if (ending.getAsBoolean()) {
                        return fetching.put(false);
                    }
                    fetching.take(object);
                    if (fetching.full() && !fetching.put(false)) {
                        return false;
                    }
                }
                return fetching.put(last);
            }
        } catch (Refused refused) {
            throw refused.refusal() == Refusal.MALFORMED ? BUCKET_UNAVAILABLE.refused() : refused;
        }
    }
}
