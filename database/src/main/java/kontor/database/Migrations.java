package kontor.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the present schema: versioned tables first, then the views in {@code R__facts.sql}. */
public final class Migrations {

    private Migrations() {}

    public static void apply(String url, String user, String password) {
        Flyway.configure().dataSource(url, user, password).load().migrate();
    }

    /** Only the tables, and only as they were at that version: for rows that were written then. */
    public static void tables(String url, String user, String password, int version) {
        Flyway.configure()
                .dataSource(url, user, password)
                .target(Integer.toString(version))
                .repeatableSqlMigrationPrefix("none")
                .load()
                .migrate();
    }

    public static void apply(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
    }
}
