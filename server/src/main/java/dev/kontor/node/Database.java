package dev.kontor.node;

import kontor.database.BundledPostgres;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The PostgreSQL in use: the bundled one, which stops after the last connection is closed, or an external one. Migrations have
 * connections of their own, which wait for locks as long as it takes: those of the pool do not, and begin when they are done.
 */
record Database(
        String url, String user, String password, @Nullable BundledPostgres bundled)
        implements JdbcConnectionDetails, FlywayConnectionDetails, AutoCloseable {

    static Database external(String url, String user, String password) {
        return new Database(url, user, password, null);
    }

    static Database bundled(BundledPostgres postgres) {
        return new Database(postgres.url(), postgres.user(), postgres.password(), postgres);
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getDriverClassName() {
        return JdbcConnectionDetails.super.getDriverClassName();
    }

    @Override
    public void close() {
        if (bundled != null) {
            bundled.close();
        }
    }
}
