package dev.kontor.node;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import dev.kontor.node.HomeDatabase.Impossible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import kontor.database.BundledPostgres;

/**
 * A home that is made anew beside what is in its place, in the folder {@code restoring} of it: the place is held meanwhile, and
 * left as it was unless {@link #finish} was reached.
 */
public final class RestoredHome implements AutoCloseable {
    private final Home place;
    private final Exchange exchange;

    private RestoredHome(Home place) {
        this.place = place;
        this.exchange = new Exchange(place.folder());
    }

    /** Refused where a server runs, or where there is something that is not to be replaced. Removes what one before left. */
    public static RestoredHome at(Path home, boolean replace) throws IOException {
        if (!Objects.requireNonNullElse(System.getenv("KONTOR_DATABASE_URL"), "")
                .isBlank()) {
            throw new Impossible(
                    "A backup is restored into the database that comes with Kontor: unset KONTOR_DATABASE_URL.");
        }
        RestoredHome restored = new RestoredHome(hold(home));
        try {
            restored.requireRoom(replace);
            restored.discard();
            Files.createDirectory(restored.folder());
            Files.setPosixFilePermissions(restored.folder(), PosixFilePermissions.fromString("rwx--x--x"));
            return restored;
        } catch (IOException | RuntimeException e) {
            restored.place.close();
            throw e;
        }
    }

    private static Home hold(Path home) {
        try {
            return Home.hold(home);
        } catch (HomeInUse running) {
            throw new Impossible(running.getMessage() + " Stop it first.");
        }
    }

    private void requireRoom(boolean replace) throws IOException {
        exchange.forgetEmpty();
        if (exchange.hasSomething() && !replace) {
            throw new Impossible(place.folder() + " holds a Kontor already: restore into another folder with --home, or"
                    + " put it aside with --replace.");
        }
        if (exchange.hasSomething() && Files.exists(exchange.replaced())) {
            throw new Impossible("%s still holds what an earlier restore replaced: move it away or delete it first."
                    .formatted(exchange.replaced()));
        }
    }

    /** The home that it becomes. */
    public Path place() {
        return place.folder();
    }

    /** Where everything is put. */
    public Path folder() {
        return exchange.restoring();
    }

    public Path postgres() {
        return folder().resolve("postgres");
    }

    public Path contents() {
        return folder().resolve("contents");
    }

    /** Where that is found which was there before; nothing where there was nothing. */
    public String replaced() {
        return Files.exists(exchange.replaced()) ? exchange.replaced().toString() : "";
    }

    /** For nobody but the server's user. */
    public void putKey(String name, byte[] bytes) throws IOException {
        var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel file =
                FileChannel.open(folder().resolve(name), Set.of(CREATE_NEW, StandardOpenOption.WRITE), ours)) {
            file.write(ByteBuffer.wrap(bytes));
            file.force(true);
        }
    }

    /** From here on it is the home, also if this process ends now. */
    public void finish() throws IOException {
        exchange.begin();
    }

    /** The keys of a home, by which something in its database is encrypted. */
    public static List<Path> keys(Path home) throws IOException {
        return Exchange.keys(home);
    }

    private void discard() throws IOException {
        if (Files.exists(folder())) {
            BundledPostgres.discard(postgres());
            try (Stream<Path> files = Files.walk(folder())) {
                files.sorted(Comparator.reverseOrder()).forEach(RestoredHome::delete);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            discard();
        } finally {
            place.close();
        }
    }
}
