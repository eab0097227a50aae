package dev.kontor.storage;

import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationContext;

/** A sweep whose clock jumped by years: it takes a file away in the moment in which somebody comes to refer to it. */
public final class SweptMeanwhile {
    private SweptMeanwhile() {}

    /** @param refers sends that content, and waits while the sweep is at it */
    public static <T> T during(ApplicationContext context, byte[] content, Callable<T> refers) throws Exception {
        Stage stage = context.getBean(Stage.class);
        LargeContents large = context.getBean(LargeContents.class);
        Place place = new Place(new Digest(Upload.sha256(content)), null);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicReference<Future<T>> begun = new AtomicReference<>();
            context.getBean(OrphanedPlaces.class).take(List.of(place), it -> {
                begun.set(threads.submit(refers));
                stage.awaitWaiting(stage.sql());
                if (!large.remove(it, Instant.MAX)) {
                    throw new IOException("there was no file to take away");
                }
                return true;
            });
            return begun.get().get();
        }
    }
}
