package dev.kontor.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.slf4j.LoggerFactory;

/** {@code ./kontor bench}: which measurement is wanted. */
public final class Bench {
    private Bench() {}

    /** @param arguments the measurement's name and its options */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0
                || !List.of("access", "people", "data", "backup", "life").contains(arguments[0])) {
            System.err.println(Options.USAGE);
            System.exit(2);
        }
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Path jar = Path.of(
                Bench.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try {
            Path target = jar.resolveSibling("").toAbsolutePath();
            if (arguments[0].equals("people")) {
                new PeopleBench(target, jar).run();
                return;
            }
            String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
            if (arguments[0].equals("life")) {
                new LifeBench(LifeBench.lives(options), target, jar).run();
            } else if (arguments[0].equals("backup")) {
                new BackupBench(options, target, jar).run();
            } else if (arguments[0].equals("data")) {
                new DataBench(DataSize.read(options), target, jar).run();
            } else {
                new AccessBench(Options.read(options, target), jar).run();
            }
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + "\n" + Options.USAGE);
            System.exit(2);
        }
    }
}
