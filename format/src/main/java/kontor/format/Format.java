package kontor.format;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lays out all Java sources below a folder, except what stands between {@code spotless:off} and {@code spotless:on}. */
public final class Format {
    private static final Pattern BY_HAND =
            Pattern.compile("// spotless:off\\R.*?// spotless:on", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    private Format() {}

    /** Arguments: {@code check} or {@code apply}, the folder, a file remembering what was fine the last time. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[1]);
        Path memory = Path.of(arguments[2]);
        Set<String> known = Files.exists(memory) ? Set.copyOf(Files.readAllLines(memory)) : Set.of();
        List<Path> sources = sources(root);
        List<Path> others = sources.parallelStream()
                .filter(source -> !known.contains(state(source)))
                .filter(source -> differs(source, arguments[0].equals("apply")))
                .toList();
        if (arguments[0].equals("check") && !others.isEmpty()) {
            others.forEach(source -> System.err.println("Not formatted: " + root.relativize(source)));
            System.err.println("Run ./kontor format.");
            System.exit(1);
        }
        Files.write(memory, sources.stream().map(Format::state).toList());
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(
                            child -> !NOT_OURS.contains(child.getFileName().toString()))
                    .flatMap(Format::below)
                    .toList();
        }
    }

    private static Stream<Path> below(Path path) {
        if (!Files.isDirectory(path)) {
            return path.toString().endsWith(".java") ? Stream.of(path) : Stream.empty();
        }
        try {
            return sources(path).stream();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String state(Path source) {
        try {
            return source + " " + Files.size(source) + " " + Files.getLastModifiedTime(source);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static boolean differs(Path source, boolean apply) {
        try {
            String before = Files.readString(source);
            String after = format(before);
            if (apply && !before.equals(after)) {
                Files.writeString(source, after);
            }
            return !before.equals(after);
        } catch (FormatterException fault) {
            throw new IllegalStateException(source + ": " + fault.getMessage(), fault);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String format(String before) throws FormatterException {
        String after = FORMATTER.formatSourceAndFixImports(before);
        List<String> byHand =
                BY_HAND.matcher(before).results().map(MatchResult::group).toList();
        StringBuilder result = new StringBuilder();
        Matcher matcher = BY_HAND.matcher(after);
        for (String part : byHand) {
            if (matcher.find()) {
                matcher.appendReplacement(result, Matcher.quoteReplacement(part));
            }
        }
        return matcher.appendTail(result).toString();
    }
}
