package dev.kontor.crash;

import dev.kontor.Kontor;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The start, rehearsed once for all servers of these tests, as {@code ./kontor} does it: the JVM remembers what it loaded,
 * and the database that was made is the first one of every home. Else these tests would mostly wait for starts.
 *
 * @param postgres a folder of the bundled PostgreSQL with the present schema and nothing in it, stopped
 */
record Rehearsal(String classPath, Path cache, Path postgres) {
    private static final Path FOLDER = Path.of("target/rehearsed").toAbsolutePath();
    private static Rehearsal done;

    static synchronized Rehearsal done() throws IOException, InterruptedException {
        if (done == null) {
            done = of(entries());
        }
        return done;
    }

    /** Options with which it must run, too. */
    static List<String> options() {
        return List.of(
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:aot=off",
                "-Xlog:cds=off",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true");
    }

    /** Of the class path of this test, without the tests. */
    private static List<Path> entries() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }

    private static Rehearsal of(List<Path> entries) throws IOException, InterruptedException {
        Path folder = FOLDER.resolve(Integer.toHexString(state(entries).hashCode()));
        boolean complete = Files.exists(folder.resolve("complete"));
        if (!complete) {
            run("rm", "-rf", FOLDER.toString());
            Files.createDirectories(folder);
        }
        List<String> jars = new ArrayList<>();
        for (Path entry : entries) {
            Path jar = folder.resolve(jars.size() + ".jar");
            if (!complete && Files.isDirectory(entry)) {
                pack(entry, jar);
            }
            jars.add((Files.isDirectory(entry) ? jar : entry).toString());
        }
        Rehearsal rehearsal = new Rehearsal(
                String.join(File.pathSeparator, jars), folder.resolve("server.aot"), folder.resolve("postgres"));
        if (!complete) {
            rehearsal.play();
            Files.createFile(folder.resolve("complete"));
        }
        return rehearsal;
    }

    private static String state(List<Path> entries) throws IOException {
        StringBuilder state = new StringBuilder();
        for (Path entry : entries) {
            try (Stream<Path> files = Files.walk(entry)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    state.append(file).append(Files.getLastModifiedTime(file)).append(Files.size(file));
                }
            }
        }
        return state.toString();
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(folder)) {
            zip.setLevel(1);
            files.filter(file -> !file.equals(folder)).sorted().forEach(file -> {
                try {
                    boolean directory = Files.isDirectory(file);
                    zip.putNextEntry(new ZipEntry(folder.relativize(file) + (directory ? "/" : "")));
                    if (!directory) {
                        Files.copy(file, zip);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private void play() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("kontor-rehearsal");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options());
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + cache,
                "-Dspring.context.exit=onRefresh",
                "-classpath",
                classPath,
                Kontor.class.getName(),
                "--kontor.home=" + home,
                "--server.port=0"));
        run(command.toArray(String[]::new));
        Path running = home.resolve("postgres/data/postmaster.pid");
        while (Files.exists(running)) {
            Thread.sleep(20); // PostgreSQL may take a moment longer than whoever started it
        }
        run("cp", "-a", home.resolve("postgres").toString(), postgres.toString());
        run("rm", "-rf", home.toString());
    }

    /** A home that has none yet gets the database. */
    void lend(Path home) throws IOException, InterruptedException {
        if (!Files.exists(home.resolve("postgres"))) {
            Files.createDirectories(home);
            run("cp", "-a", postgres.toString(), home.resolve("postgres").toString());
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = process.inputReader().lines().collect(Collectors.joining("\n"));
        if (process.waitFor() != 0) {
            throw new AssertionError(command[0] + " failed:\n" + said);
        }
    }
}
