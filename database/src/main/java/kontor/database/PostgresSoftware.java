package kontor.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar for this operating system into a folder of their own. */
record PostgresSoftware(Path folder) {
    private static final Pattern VERSION = Pattern.compile("-(\\d+)\\.(\\d+)\\.\\d+\\.jar");

    /** Unpacks below {@code parent} unless that was done before; safe when two do it at once. */
    static PostgresSoftware in(Path parent) throws IOException {
        URL archive = archive();
        Path folder = parent.resolve("postgresql-" + version(archive));
        if (!Files.exists(folder)) {
            Files.createDirectories(parent);
            unpack(archive, parent, folder);
        }
        return new PostgresSoftware(folder);
    }

    /** The major version, which a data folder keeps for its life. */
    static String majorVersion() {
        String version = version(archive());
        return version.substring(0, version.indexOf('.'));
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static URL archive() {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String name = "/postgres-%s-%s.txz".formatted(mac ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
        @Nullable URL archive = PostgresSoftware.class.getResource(name);
        if (archive == null) {
            throw new IllegalStateException("This build of Kontor brings no PostgreSQL for %s on %s; build it there, or"
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))
                    + " name one of your own in KONTOR_DATABASE_URL.");
        }
        return archive;
    }

    private static String version(URL archive) {
        Matcher version = VERSION.matcher(archive.toString());
        if (!version.find()) {
            throw new IllegalStateException("No version in " + archive);
        }
        return version.group(1) + "." + version.group(2);
    }

    private static void unpack(URL archive, Path parent, Path folder) throws IOException {
        Path unfinished = Files.createTempDirectory(parent, "unpacking");
        try (InputStream bytes = archive.openStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(bytes))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, unfinished);
            }
        }
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException somebodyElseWasFaster) {
            Folders.delete(unfinished);
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path file = root.resolve(entry.getName()).normalize();
        Files.createDirectories(entry.isDirectory() ? file : file.resolve("..").normalize());
        if (entry.isDirectory()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
