package dev.kontor.node;

import kontor.database.BundledPostgres;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the database that everything else is handed. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    @Bean
    Database database(DatabaseSettings settings, ObjectProvider<Home> home) {
        if (settings.external()) {
            return Database.external(settings.url(), settings.user(), settings.password());
        }
        return Database.bundled(
                BundledPostgres.start(home.getObject().folder().resolve("postgres"), settings.port()));
    }
}
