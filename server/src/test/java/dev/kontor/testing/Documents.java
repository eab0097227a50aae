package dev.kontor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Documents that are made from the code: written with {@code -Dkontor.write-docs=true}, else compared with it. */
public final class Documents {
    private static final Path DOCS = Path.of("../docs");

    private Documents() {}

    public static void isCurrent(String name, String text) {
        Path document = DOCS.resolve(name);
        try {
            if (Boolean.getBoolean("kontor.write-docs")) {
                Files.createDirectories(DOCS);
                Files.writeString(document, text);
            }
            assertThat(document).exists();
            assertThat(firstDifference(Files.readString(document), text))
                    .as("docs/%s is stale: run the tests once with -Dkontor.write-docs=true", name)
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only a line: the documents are long. */
    private static String firstDifference(String there, String here) {
        if (there.equals(here)) return "";
        int same = 0;
        while (same < Math.min(there.length(), here.length()) && there.charAt(same) == here.charAt(same)) same++;
        int line = there.lastIndexOf('\n', Math.max(0, same - 1)) + 1;
        return there.substring(line).lines().findFirst().orElse("")
                + " -> "
                + here.substring(Math.min(line, here.length()))
                        .lines()
                        .findFirst()
                        .orElse("");
    }
}
