package dev.kontor.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import kontor.database.BundledPostgres;
import kontor.database.Migrations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** A starting server's migrations wait as long as somebody reads (a backup does), though nothing else in it waits long for a lock. */
@Timeout(60)
class MigrationsWaitTest {
    private static final int OLDER = 51; // what follows it alters untold_event
    private static final String SHORT = "100ms";
    private static final String WAITED_LONGER = """
        select count(*) from pg_stat_activity
        where wait_event_type = 'Lock' and clock_timestamp() - query_start > interval '300ms'\
        """;

    /** Of a server, what begins with its database. */
    @EnableConfigurationProperties(DatabaseSettings.class)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @Import(NodeConfiguration.class)
    static class Starting {}

    @Test
    void forWhoeverReads() throws Exception {
        String software = System.getProperty("kontor.software", "../database/target/software");
        try (BundledPostgres postgres =
                        BundledPostgres.startDisposable(Path.of(software).toAbsolutePath());
                Connection reader = connect(postgres);
                Connection observer = connect(postgres);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Migrations.tables(postgres.url(), postgres.user(), postgres.password(), OLDER);
            reader.setAutoCommit(false);
            one(reader, "select count(*) from untold_event");
            Future<ConfigurableApplicationContext> starting = threads.submit(() -> start(postgres));
            while (!starting.isDone() && one(observer, WAITED_LONGER).equals("0")) {
                LockSupport.parkNanos(1_000_000);
            }
            reader.commit();
            try (ConfigurableApplicationContext started = starting.get();
                    Connection pooled = started.getBean(DataSource.class).getConnection()) {
                assertThat(one(pooled, "show lock_timeout")).isEqualTo(SHORT);
                assertThat(one(pooled, "select max(version :: int) > 51 from flyway_schema_history"))
                        .isEqualTo("t");
            }
        }
    }

    private static ConfigurableApplicationContext start(BundledPostgres postgres) {
        return new SpringApplicationBuilder(Starting.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--kontor.database.url=" + postgres.url(),
                        "--kontor.database.user=" + postgres.user(),
                        "--kontor.database.password=" + postgres.password(),
                        "--spring.datasource.hikari.data-source-properties.options=-c lock_timeout=" + SHORT);
    }

    private static Connection connect(BundledPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
