package dev.kontor.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Comparator;
import java.util.stream.Stream;
import kontor.database.BundledPostgres;
import kontor.database.Migrations;

/**
 * A home with the datasets of {@code bench data}: filled anew for each run, because every run changes them; but one that is
 * kept for reading is used again.
 */
final class DataHome {
    private final Path folder;
    private final long items;
    private final boolean kept;

    DataHome(Path folder, long items, boolean kept) {
        this.folder = folder.toAbsolutePath();
        this.items = items;
        this.kept = kept;
    }

    Path folder() {
        return folder;
    }

    /** @param session the cookie of who does everything */
    record Ready(String session, String postgres, double seconds) {}

    Ready open() throws IOException, SQLException {
        Path done = folder.resolve("items");
        boolean again = kept && Files.exists(done) && Files.readString(done).equals(Long.toString(items));
        if (!again) {
            delete(folder);
            Files.createDirectories(folder);
        }
        long start = System.nanoTime();
        try (BundledPostgres postgres = BundledPostgres.start(folder.resolve("postgres"), 0)) {
            Migrations.apply(postgres.url(), postgres.user(), postgres.password());
            try (Connection database =
                    DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password())) {
                if (!again) {
                    fill(database);
                    Files.writeString(done, Long.toString(items));
                }
                return new Ready(signIn(database), version(database), (System.nanoTime() - start) / 1e9);
            }
        }
    }

    private void fill(Connection database) throws SQLException {
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            statement.execute(script());
            database.commit();
        }
        database.setAutoCommit(true);
        try (Statement statement = database.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    private String script() {
        try (InputStream in = DataHome.class.getResourceAsStream("data.sql")) {
            if (in == null) {
                throw new IllegalStateException("data.sql is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("${items}", String.valueOf(items));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Written directly: signing in is not what is measured. */
    private static String signIn(Connection database) throws SQLException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try (PreparedStatement insert = database.prepareStatement("""
            insert into session (digest, user_id, created_at, last_used_at, expires_at, address, agent)
            select ?, id, now(), now(), now() + interval '1 day', '127.0.0.1', 'bench' from app_user where name = 'Ada'\
            """)) {
            insert.setBytes(1, MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
            insert.executeUpdate();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return "KONTOR_SESSION=" + secret;
    }

    private static String version(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("show server_version")) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Unless it is kept. */
    void close() throws IOException {
        if (!kept) {
            delete(folder);
        }
    }

    private static void delete(Path home) throws IOException {
        Path postgres = home.resolve("postgres");
        if (Files.isSymbolicLink(postgres)) {
            deleteAll(postgres.toRealPath());
        }
        if (Files.exists(home)) {
            deleteAll(home);
        }
    }

    private static void deleteAll(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
