package dev.kontor.storage;

import dev.kontor.node.Home;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which store is used. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StorageSettings.class, S3Settings.class})
public class StorageConfiguration {
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
}
