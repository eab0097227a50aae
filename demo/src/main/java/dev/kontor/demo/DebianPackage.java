package dev.kontor.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of a Debian package: of the installed one, else of one that apt fetches (and verifies) and that is unpacked
 * aside, without its dependencies and without root. Kept for the next time.
 *
 * @param data the folder, relative to the root
 */
record DebianPackage(String name, String data) {
    private static final Path KEPT = Path.of(System.getProperty("kontor.demo.packages", "target/demo"));

    Path folder() throws IOException {
        Path installed = Path.of("/").resolve(data);
        Path unpacked = KEPT.resolve(name).toAbsolutePath();
        if (!Files.isDirectory(installed) && !Files.isDirectory(unpacked)) {
            Say.line("Fetching the Debian package " + name);
            fetch(unpacked);
        }
        return Files.isDirectory(installed) ? installed : unpacked.resolve(data);
    }

    private void fetch(Path unpacked) throws IOException {
        Path fresh = Files.createDirectories(unpacked.resolveSibling(name + ".unfinished"));
        try {
            if (!runs(fresh, "apt-get", "download", name)) {
                updateLists(fresh);
                require(runs(fresh, "apt-get", "download", name));
            }
            try (Stream<Path> files = Files.list(fresh)) {
                Path archive = files.filter(file -> file.toString().endsWith(".deb"))
                        .findFirst()
                        .orElseThrow(this::trouble);
                require(runs(fresh, "dpkg-deb", "-x", archive.toString(), fresh.toString()));
                Files.delete(archive);
            }
            require(Files.isDirectory(fresh.resolve(data)));
            Files.move(fresh, unpacked);
        } finally {
            delete(fresh);
        }
    }

    /** A machine that never asked for Debian's lists of packages has none; fetching them takes root. */
    private static void updateLists(Path folder) throws IOException {
        boolean root = "root".equals(System.getProperty("user.name"));
        List<String> command = new ArrayList<>(root ? List.of() : List.of("sudo", "-n"));
        command.addAll(List.of("apt-get", "update"));
        runs(folder, command.toArray(String[]::new));
    }

    private static boolean runs(Path folder, String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectInput(new File("/dev/null")).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            return builder.start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stop) {
            throw new Trouble("Interrupted.");
        }
    }

    private void require(boolean done) {
        if (!done) {
            throw trouble();
        }
    }

    private Trouble trouble() {
        return new Trouble(
                ("The demo shows the pictures of the Debian package %s, which is not there and could not be fetched:"
                    + " install it (apt-get install %s), or name a folder of images of your own by --images.")
                        .formatted(name, name));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
