package dev.kontor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The server's source files, for promises about what stands in them. */
public final class Sources {
    private static final Path ROOT = Path.of("src/main/java/dev/kontor");
    private static final Pattern OWNS = Pattern.compile("Owns\\b([^.]*)\\.");
    private static final Pattern CODE = Pattern.compile("\\{@code (\\w+)}");
    private static final Pattern WRITE =
            Pattern.compile("\\.(?:insertInto|update|deleteFrom|mergeInto)\\(\\s*(?:Tables\\.)?([A-Z][A-Z0-9_]*)\\b");
    private static final Pattern TEXT_WRITE =
            Pattern.compile("\\b(?:insert into|(?<!for |do )update|delete from) ([a-z_]+)");

    private Sources() {}

    public record Source(String name, String text) {
        /** What another name stands for in this file: {@code static final X I = WORKSPACE_INVITATION}. */
        private String table(String name) {
            Matcher alias = Pattern.compile("\\b" + name + " =\\s+(?:Tables\\.)?([A-Z_]+)(?:\\.as\\([^)]*\\))?;")
                    .matcher(text);
            return (alias.find() ? alias.group(1) : name).toLowerCase(Locale.ROOT);
        }

        private Stream<String> tablesWritten() {
            String code = text.replaceAll("(?m)^\\s*(?://|/?\\*).*$", "");
            Stream<String> built = WRITE.matcher(code).results().map(found -> table(found.group(1)));
            Stream<String> typed = TEXT_WRITE.matcher(code).results().map(found -> found.group(1));
            return Stream.concat(built, typed);
        }
    }

    public record Module(String name, List<Source> sources) {
        /** What the module's description says that it owns: {@code Owns {@code member}, {@code workspace}.} */
        public Set<String> tablesOwned() {
            String about = sources.stream()
                    .filter(source -> source.name().endsWith("package-info.java"))
                    .map(source -> source.text().replaceAll("\\s*\\n \\*\\s*", " "))
                    .collect(Collectors.joining());
            Matcher owns = OWNS.matcher(about);
            return owns.find()
                    ? CODE.matcher(owns.group(1))
                            .results()
                            .map(found -> found.group(1))
                            .collect(Collectors.toSet())
                    : Set.of();
        }

        public Set<String> tablesWritten() {
            return sources.stream().flatMap(Source::tablesWritten).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    public static Stream<Module> modules() {
        return list(ROOT)
                .filter(Files::isDirectory)
                .map(folder -> new Module(folder.getFileName().toString(), below(folder)));
    }

    /** All files but those of a module. */
    public static List<Source> outside(String module) {
        return modules()
                .filter(other -> !other.name().equals(module))
                .flatMap(other -> other.sources().stream())
                .toList();
    }

    private static List<Source> below(Path folder) {
        return list(folder)
                .filter(Files::isRegularFile)
                .map(file -> new Source(folder.getFileName() + "/" + file.getFileName(), read(file)))
                .toList();
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
