package dev.kontor.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What this Kontor is. */
final class Product {
    private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__.*\\.sql");

    private Product() {}

    static String version() {
        Properties build = new Properties();
        try (InputStream in = Product.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("build.version", "development");
    }

    /** The last migration that it brings. */
    static int schema() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql");
            return Arrays.stream(files)
                    .map(file -> MIGRATION.matcher(String.valueOf(file.getFilename())))
                    .filter(Matcher::matches)
                    .mapToInt(name -> Integer.parseInt(name.group(1)))
                    .max()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
