package dev.kontor.upkeep;

import dev.kontor.storage.ContentFaults;
import dev.kontor.storage.StorageConfiguration;
import dev.kontor.version.HistoryFaults;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** Those who look for faults, over one connection, and the store as the server's settings have it; nothing else of the server. */
record FaultFinders(ConfigurableApplicationContext context) implements AutoCloseable {

    @Import({StorageConfiguration.class, ContentFaults.class, HistoryFaults.class})
    static class Store {}

    static FaultFinders over(Connection connection, Path home) throws IOException {
        DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
        return new FaultFinders(new SpringApplicationBuilder(Store.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "kontor.storage.folder",
                        home.toRealPath().resolve("contents").toString(),
                        "spring.main.banner-mode",
                        "off",
                        "spring.main.log-startup-info",
                        "false",
                        "logging.level.root",
                        "warn"))
                .initializers((GenericApplicationContext beans) -> beans.registerBean(DSLContext.class, () -> sql))
                .run());
    }

    ContentFaults contents() {
        return context.getBean(ContentFaults.class);
    }

    HistoryFaults history() {
        return context.getBean(HistoryFaults.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
