package dev.kontor.storage;

import dev.kontor.background.Resting;
import dev.kontor.storage.LooseContents.LooseFile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Takes from database and disk what nothing refers to any more. It looks only at what was let go of, never at all that is
 * stored; cut off anywhere, it goes on with the next run.
 */
@Component
class SweepContents {
    private final LooseContents loose;
    private final Contents contents;

    SweepContents(LooseContents loose, Contents contents) {
        this.loose = loose;
        this.contents = contents;
    }

    /** @param contents so many rows and files went */
    record Swept(int contents, int files) {}

    Swept sweep() throws IOException {
        loose.see();
        return new Swept(rows(), files());
    }

    private int rows() {
        AtomicInteger deleted = new AtomicInteger();
        AtomicLong last = new AtomicLong();
        Resting.repeat(() -> {
            LooseContents.Batch batch = loose.next(last.get());
            last.set(batch.last());
            deleted.addAndGet(batch.deleted());
            return batch.looked() > 0;
        });
        return deleted.get();
    }

    /** Only old ones: a young one may have been sent again, and its row be about to come. None while a backup reads them. */
    private int files() throws IOException {
        Instant before = contents.orphanedBefore();
        int removed = 0;
        List<LooseFile> page = loose.files(0);
        while (!page.isEmpty() && !contents.held()) {
            List<Long> done = new ArrayList<>();
            for (LooseFile file : page) {
                switch (contents.remove(file.place(), before)) {
                    case REMOVED -> {
                        removed++;
                        done.add(file.id());
                    }
                    case NAMED -> done.add(file.id());
                    case YOUNG -> {}
                }
            }
            loose.forget(done);
            page = loose.files(page.getLast().id());
        }
        return removed;
    }
}
