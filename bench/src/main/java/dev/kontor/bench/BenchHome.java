package dev.kontor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.database.BundledPostgres;
import kontor.database.Migrations;

/** A Kontor home with the measured installation in it; filled once, and again when data or schema have changed. */
final class BenchHome {
    private static final String MARK = "bench-data";

    private final Path folder;
    private final AccessData data;

    BenchHome(Path folder, AccessData data) {
        this.folder = folder.toAbsolutePath();
        this.data = data;
    }

    Path folder() {
        return folder;
    }

    /** Who is signed in, and what a run needs to know. */
    record Ready(UUID workspaceId, Map<Someone, String> cookies, String postgres, double seconds) {
        String cookie(Someone someone) {
            return Objects.requireNonNull(cookies.get(someone));
        }
    }

    private Ready prepare() throws IOException, SQLException {
        long start = System.nanoTime();
        boolean filled = Files.exists(folder.resolve(MARK));
        try (BundledPostgres postgres = BundledPostgres.start(folder.resolve("postgres"), 0)) {
            Migrations.apply(postgres.url(), postgres.user(), postgres.password());
            try (Connection database =
                    DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password())) {
                String print = fingerprint(database);
                if (!filled) {
                    data.fill(database);
                    Files.writeString(folder.resolve(MARK), print);
                } else if (!Files.readString(folder.resolve(MARK)).equals(print)) {
                    throw new Stale();
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                return new Ready(large(database), signIn(database), version(database), seconds);
            }
        }
    }

    /** The home was filled from other data or another schema. */
    private static final class Stale extends RuntimeException {}

    /** Filled as this version wants it. */
    Ready open() throws IOException, SQLException {
        Files.createDirectories(folder);
        try (FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                throw new IllegalArgumentException("A server runs on " + folder + ".");
            }
            return prepare();
        } catch (Stale | org.flywaydb.core.api.FlywayException outdated) {
            delete();
            return open();
        }
    }

    void delete() throws IOException {
        Path postgres = folder.resolve("postgres");
        if (Files.isSymbolicLink(postgres)) {
            delete(postgres.toRealPath());
        }
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException fault) {
                    throw new UncheckedIOException(fault);
                }
            });
        }
    }

    private String fingerprint(Connection database) throws SQLException {
        return text(database, """
            select md5(string_agg(coalesce(version, description) || checksum, ',' order by installed_rank)) from (
                select distinct on (coalesce(version, description)) version, description, checksum, installed_rank
                from flyway_schema_history where version is not null
                order by coalesce(version, description), installed_rank desc) f\
            """) + HexFormat.of().formatHex(digest(data.script()));
    }

    private static UUID large(Connection database) throws SQLException {
        return UUID.fromString(text(database, "select id from workspace where name = 'Large'"));
    }

    private static String version(Connection database) throws SQLException {
        return text(database, "show server_version");
    }

    /** Sessions of this run, written directly: signing in is not what is measured. */
    private static Map<Someone, String> signIn(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("delete from session");
        }
        Map<Someone, String> cookies = new EnumMap<>(Someone.class);
        for (Someone someone : Someone.values()) {
            byte[] random = new byte[32];
            new java.security.SecureRandom().nextBytes(random);
            String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            signIn(database, someone, secret);
            cookies.put(someone, "KONTOR_SESSION=" + secret);
        }
        return cookies;
    }

    private static void signIn(Connection database, Someone someone, String secret) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("""
            insert into session (digest, user_id, created_at, last_used_at, expires_at, address, agent)
            select ?, id, now(), now(), now() + interval '1 day', '127.0.0.1', 'bench' from app_user where email = ?\
            """)) {
            insert.setBytes(1, digest(secret));
            insert.setString(2, someone.email());
            if (insert.executeUpdate() != 1) {
                throw new IllegalStateException(someone + " is missing");
            }
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
