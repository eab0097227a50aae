package dev.kontor.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears what any node commits, through one connection of its own: none of the pool's is held for it. When the
 * connection breaks it is made again, and everybody is told that something may have been missed.
 */
@Component
class Listening implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int ALIVE_SECONDS = 5;

    private final JdbcConnectionDetails database;
    private final LiveUpdates updates;
    private final JsonMapper json;
    private volatile @Nullable Thread listener;

    Listening(JdbcConnectionDetails database, LiveUpdates updates, JsonMapper json) {
        this.database = database;
        this.updates = updates;
        this.json = json;
    }

    @Override
    public void start() {
        Thread starting = Thread.ofVirtual().name("listening").unstarted(this::listenAlways);
        listener = starting;
        starting.start();
    }

    private void listenAlways() {
        while (running()) {
            try (Connection connection = connect()) {
                updates.missedSome();
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (running()) {
                    LOG.warn("No longer hearing what other nodes do; trying again", e);
                    pause();
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties how = new Properties();
        how.setProperty("user", String.valueOf(database.getUsername()));
        how.setProperty("password", String.valueOf(database.getPassword()));
        how.setProperty("ApplicationName", "kontor listening");
        how.setProperty("tcpKeepAlive", "true");
        Connection connection = DriverManager.getConnection(database.getJdbcUrl(), how);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen kontor");
        }
        return connection;
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection heard = connection.unwrap(PGConnection.class);
        while (running()) {
            PGNotification[] all = heard.getNotifications(PATIENCE_MILLIS);
            if (all != null && all.length > 0) {
                updates.heard(read(all));
            } else if (running() && !connection.isValid(ALIVE_SECONDS)) {
                throw new SQLException("The connection is dead");
            }
        }
    }

    private List<Heard> read(PGNotification[] all) {
        return Arrays.stream(all)
                .map(one -> Heard.read(one.getParameter(), json))
                .distinct()
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean running() {
        return Thread.currentThread() == listener && !Thread.currentThread().isInterrupted();
    }

    @Override
    public void stop() {
        Thread stopping = listener;
        listener = null;
        if (stopping != null) {
            stopping.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }
}
