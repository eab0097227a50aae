package kontor.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account that PostgreSQL runs under: ours, or {@code kontor} (where it exists) or {@code nobody} when we are root,
 * since PostgreSQL refuses to run as root.
 */
record Account(String name, @Nullable Ids other) {
    private static final List<String> UNPRIVILEGED = List.of("kontor", "nobody");

    record Ids(int user, int group) {}

    static Account choose() throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return new Account(System.getProperty("user.name"), null);
        }
        List<String> accounts = Files.readAllLines(Path.of("/etc/passwd"));
        return UNPRIVILEGED.stream()
                .flatMap(name -> accounts.stream().filter(line -> line.startsWith(name + ":")))
                .map(line -> line.split(":"))
                .map(part -> new Account(part[0], new Ids(Integer.parseInt(part[2]), Integer.parseInt(part[3]))))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("PostgreSQL does not run as root, and this machine has"
                        + " no account kontor or nobody to run it under: start Kontor as another user."));
    }

    /** What stands before a command so that a Ctrl-C in our terminal does not reach it. */
    static List<String> ownSession() {
        return Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of();
    }

    /** What stands before a command so that it runs under this account. */
    List<String> prefix() {
        return other == null
                ? List.of()
                : List.of("setpriv", "--reuid=" + other.user, "--regid=" + other.group, "--clear-groups");
    }

    void own(Path folder) throws IOException {
        if (other != null) {
            Files.setAttribute(folder, "unix:uid", other.user);
            Files.setAttribute(folder, "unix:gid", other.group);
        }
    }

    /** Whether this account may pass through the folder and all above it. */
    boolean reaches(Path folder) throws IOException {
        if (other == null) {
            return true;
        }
        for (Path step = folder.toRealPath(); step != null; step = step.getParent()) {
            boolean owner = Files.getAttribute(step, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                    .equals(other.user);
            if (!owner && !Files.getPosixFilePermissions(step).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
