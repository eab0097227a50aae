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

/** A home with the datasets of {@code bench data}: filled anew for each run, because every run changes them. */
final class DataHome {
    private final Path folder;
    private final long items;

    DataHome(Path folder, long items) {
        this.folder = folder.toAbsolutePath();
        this.items = items;
    }

    Path folder() {
        return folder;
    }

    /** @param session the cookie of who does everything */
    record Ready(String session, String postgres, double seconds) {}

    Ready fill() throws IOException, SQLException {
        delete();
        Files.createDirectories(folder);
        long start = System.nanoTime();
        try (BundledPostgres postgres = BundledPostgres.start(folder.resolve("postgres"), 0)) {
            Migrations.apply(postgres.url(), postgres.user(), postgres.password());
            try (Connection database =
                    DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password())) {
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
                return new Ready(signIn(database), version(database), (System.nanoTime() - start) / 1e9);
            }
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
            select ?, id, now(), now(), now() + interval '1 day', '127.0.0.1', 'bench' from app_user\
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

    void delete() throws IOException {
        Path postgres = folder.resolve("postgres");
        if (Files.isSymbolicLink(postgres)) {
            delete(postgres.toRealPath());
        }
        if (Files.exists(folder)) {
            delete(folder);
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
