package kontor.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Where a bundled PostgreSQL keeps what it needs: {@code data/}, {@code password} (for us alone) and {@code log}, and
 * unless they are shared the programs.
 */
record PostgresFolder(Path root, PostgresSoftware software, Account account, String password, boolean durable) {
    /** Where root keeps PostgreSQL's files when the unprivileged account cannot reach the folder asked for. */
    private static final Path REACHABLE = Path.of("/var/lib/kontor");

    private static final long LARGE_LOG = 10_000_000;

    static PostgresFolder at(Path wanted, Path software) throws IOException, InterruptedException {
        Account account = Account.choose();
        Path root = reachable(wanted, account);
        PostgresSoftware programs = programs(software.equals(wanted) ? root : software, account);
        PostgresFolder folder = new PostgresFolder(root, programs, account, password(root), true);
        folder.initialize();
        folder.trimLog();
        return folder;
    }

    static PostgresFolder disposable(Path software) throws IOException, InterruptedException {
        Account account = Account.choose();
        Path root = Files.createTempDirectory("kontor-postgres-");
        account.own(root);
        PostgresFolder folder = new PostgresFolder(root, programs(software, account), account, randomPassword(), false);
        folder.initialize();
        return folder;
    }

    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("log");
    }

    /** Leaves nothing behind of a disposable one. */
    void closed() throws IOException {
        if (!durable && Files.exists(root)) {
            Folders.delete(root);
        }
    }

    private static PostgresSoftware programs(Path folder, Account account) throws IOException {
        Files.createDirectories(folder);
        return PostgresSoftware.in(account.reaches(folder) ? folder : REACHABLE.resolve("software"));
    }

    private static Path reachable(Path wanted, Account account) throws IOException {
        if (Files.exists(wanted)) {
            Path real = wanted.toRealPath();
            if (account.reaches(real)) {
                return real;
            }
        }
        Path parent = wanted.toAbsolutePath().resolve("..").normalize();
        if (account.reaches(Files.createDirectories(parent))) {
            Path root = Files.createDirectories(wanted).toRealPath();
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
            return root;
        }
        return elsewhere(wanted, account);
    }

    /** The home then holds a link to the files, so that they are found again when it is moved. */
    private static Path elsewhere(Path wanted, Account account) throws IOException {
        Files.createDirectories(REACHABLE);
        Path root = Files.createTempDirectory(REACHABLE, "postgres-");
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
        Files.deleteIfExists(wanted);
        Files.createSymbolicLink(wanted, root);
        System.err.printf(
                "PostgreSQL does not run as root, and %s cannot reach %s: its files are in %s.%n",
                account.name(), wanted, root);
        return root;
    }

    private static String password(Path root) throws IOException {
        Path file = root.resolve("password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        String password = randomPassword();
        FileAttribute<?> forUsAlone =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path unfinished = Files.createTempFile(root, "password", "", forUsAlone);
        Files.writeString(unfinished, password + "\n", StandardOpenOption.SYNC);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return password;
    }

    private static String randomPassword() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void trimLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LARGE_LOG) {
            Files.move(log(), root.resolve("log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the data folder, whole or not at all. */
    private void initialize() throws IOException, InterruptedException {
        if (Files.exists(data())) {
            requireVersion();
            return;
        }
        Path unfinished = root.resolve("data.unfinished");
        if (Files.exists(unfinished)) {
            Folders.delete(unfinished);
        }
        Files.createDirectory(unfinished);
        account.own(unfinished);
        run(unfinished, password + "\n", initdb(unfinished));
        run(unfinished, "create database " + BundledPostgres.DATABASE + ";\n", singleUser(unfinished));
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireVersion() throws IOException {
        String version = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!version.equals(PostgresSoftware.majorVersion())) {
            throw new IOException("the rows in %s were written by PostgreSQL %s, and this Kontor brings version %s."
                    .formatted(data(), version, PostgresSoftware.majorVersion()));
        }
    }

    private List<String> initdb(Path data) {
        String initdb = software.program("initdb").toString();
        List<String> arguments = new ArrayList<>(List.of(initdb, "-D", data.toString()));
        arguments.addAll(List.of("--username=" + BundledPostgres.USER, "--auth=scram-sha-256", "--pwfile=/dev/stdin"));
        arguments.addAll(List.of("--encoding=UTF8", "--no-locale", "--locale-provider=builtin"));
        arguments.addAll(List.of("--builtin-locale=C.UTF-8", "--no-instructions"));
        arguments.add(durable ? "--sync-method=fsync" : "--no-sync");
        return arguments;
    }

    private List<String> singleUser(Path data) {
        return List.of(software.program("postgres").toString(), "--single", "-D", data.toString(), "postgres");
    }

    /** A shell passes the input on, since the account may not open our pipe by its name. */
    private void run(Path directory, String input, List<String> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(account.prefix());
        command.addAll(List.of("sh", "-c", "cat | \"$@\"", "sh"));
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        Process process = builder.start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (process.waitFor() != 0) {
            throw new IOException("its first set-up failed: " + Files.readString(log()));
        }
    }
}
