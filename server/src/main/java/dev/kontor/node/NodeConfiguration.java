package dev.kontor.node;

import dev.kontor.node.Start.StartingPostgres;
import java.util.concurrent.ExecutionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the database that everything else is handed. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    @Bean
    Database database(DatabaseSettings settings, ObjectProvider<StartingPostgres> starting)
            throws ExecutionException, InterruptedException {
        if (settings.external()) {
            return Database.external(settings.url(), settings.user(), settings.password());
        }
        return Database.bundled(starting.getObject().postgres().get());
    }
}
