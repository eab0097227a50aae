package dev.kontor.storage;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.kontor.node.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which store is used, and the job that keeps it tidy. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
    private static final Duration SWEEP = Duration.ofHours(6);

    @Bean
    @ConditionalOnProperty("kontor.storage.s3.bucket")
    ObjectStore objectStore(S3Settings settings) {
        return new ObjectStore(settings);
    }

    /** An object store that cannot be used keeps the server from starting. */
    @Bean
    LargeContents largeContents(StorageSettings settings, ObjectProvider<ObjectStore> store, ObjectProvider<Home> home)
            throws IOException {
        FileContents folder = folder(settings, home);
        ObjectStore objects = store.getIfAvailable();
        if (objects == null || objects.settings().bucket() == null) {
            return folder;
        }
        objects.check();
        return new ObjectContents(objects, folder);
    }

    private static FileContents folder(StorageSettings settings, ObjectProvider<Home> home) throws IOException {
        Path folder = settings.folder() != null
                ? settings.folder()
                : home.getObject().folder().resolve("contents");
        return new FileContents(folder, settings.reserve().toBytes());
    }

    /** Runs once over all nodes. */
    @Bean
    RecurringTask<Void> sweepContents(Contents contents) {
        return Tasks.recurring("sweep-contents", FixedDelay.of(SWEEP)).execute((task, context) -> {
            try {
                contents.sweep();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
