package dev.kontor;

import static java.util.stream.Collectors.joining;

import dev.kontor.testing.Documents;
import dev.kontor.testing.Sources;
import dev.kontor.testing.Sources.Source;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** docs/configuration.md is the settings of all modules, with the words of their records. */
class ConfigurationDocumentTest {
    private static final Pattern PREFIX = Pattern.compile("@ConfigurationProperties\\(\"([\\w.-]+)\"\\)");

    @Test
    void isCurrent() {
        String tables = Sources.outside("").stream()
                .filter(source -> PREFIX.matcher(source.text()).find())
                .sorted(Comparator.comparing(ConfigurationDocumentTest::prefix))
                .map(ConfigurationDocumentTest::table)
                .collect(joining("\n"));
        Documents.isCurrent("configuration.md", """
            # Configuration

            Generated from the settings' records; change those, then run the tests once with `-Dkontor.write-docs=true`. A setting is
            given as an argument (`./kontor serve --kontor.workspace.trial=60d`), as an environment variable
            (`KONTOR_WORKSPACE_TRIAL=60d`), or in a file `application.properties` in the folder that the server is started in. Wrong
            values are said at the start. Periods are written `30d`, `12h`, `15m`, `10s`. Everything has a default.

            `kontor.home` (`kontor-data`) is the folder in which the node keeps everything, `server.port` (8080) where it answers.

            %s\
            """.formatted(tables));
    }

    private static String prefix(Source source) {
        Matcher prefix = PREFIX.matcher(source.text());
        return prefix.find() ? prefix.group(1) : "";
    }

    private static String table(Source source) {
        String about = source.text()
                .split("/\\*\\*", 2)[1]
                .split("\\n \\*\\n|\\*/", 2)[0]
                .replaceAll("\\s*\\n \\*\\s?", " ")
                .strip();
        String rows = Arrays.stream(constructor(source))
                .map(setting -> "| `%s.%s` | %s | %s |\n"
                        .formatted(
                                prefix(source),
                                kebab(setting.getName()),
                                preset(setting),
                                meaning(source, setting.getName())))
                .collect(joining());
        return "## " + about + "\n\n| setting | default | meaning |\n| --- | --- | --- |\n" + rows;
    }

    private static Parameter[] constructor(Source source) {
        try {
            String type = "dev.kontor." + source.name().replace(".java", "").replace('/', '.');
            return Class.forName(type).getDeclaredConstructors()[0].getParameters();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String preset(Parameter setting) {
        DefaultValue preset = setting.getAnnotation(DefaultValue.class);
        return preset == null || String.join("", preset.value()).isEmpty()
                ? ""
                : "`" + String.join(",", preset.value()) + "`";
    }

    private static String meaning(Source source, String name) {
        Matcher meaning = Pattern.compile("@param " + name + " (.*?)\\n \\*(?: @param|/)", Pattern.DOTALL)
                .matcher(source.text());
        if (!meaning.find()) {
            throw new IllegalStateException(source.name() + " does not say what " + name + " is for");
        }
        return meaning.group(1)
                .replaceAll("\\s*\\n \\*\\s*", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .strip();
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
